namespace AstRegistry;

/// <summary>Turns schemes and ASTs into values that can be stored, and back.</summary>
/// <typeparam name="TScheme">What describes an element.</typeparam>
/// <typeparam name="TAst">The syntax of an element.</typeparam>
public interface ILayerConverter<TScheme, TAst>
    where TScheme : notnull
    where TAst : notnull
{
    /// <summary>
    /// Names the form of the values and its version, for example <c>shop.syntax/1</c>. It is stored, and what was stored in another form is
    /// refused before any value is read.
    /// </summary>
    string Form { get; }

    /// <summary>A scheme as a value.</summary>
    RegistryValue WriteScheme(TScheme scheme);

    /// <summary>The scheme of a value. What it throws is reported as damage of what was stored.</summary>
    TScheme ReadScheme(RegistryValue value);

    /// <summary>An AST as a value.</summary>
    RegistryValue WriteAst(TAst ast);

    /// <summary>The AST of a value. What it throws is reported as damage of what was stored.</summary>
    TAst ReadAst(RegistryValue value);
}
