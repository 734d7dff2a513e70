namespace AstRegistry;

/// <summary>Makes the roots of layers.</summary>
public static class LayeredRegistry
{
    /// <summary>A layer without parent, with nothing in it.</summary>
    /// <typeparam name="TScheme">What describes an element.</typeparam>
    /// <typeparam name="TAst">The syntax of an element.</typeparam>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    public static LayeredRegistry<TScheme, TAst> NewRoot<TScheme, TAst>(LayerOptions? options = null)
        where TScheme : notnull
        where TAst : notnull => new(options ?? new());
}
