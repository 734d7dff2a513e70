namespace AstRegistry.Code;

/// <summary>From run-time types to the canonical keys of their declarations.</summary>
internal static class MetadataNames
{
    /// <summary>The key of the declaration of a type that is not constructed, or null for what is not declared: arrays, pointers, type parameters.</summary>
    public static string? KeyOf(Type type)
    {
        if (type.HasElementType || type.IsGenericParameter) return null;
        return type.FullName is { } name ? FileLocal(name) : null;
    }

    /// <summary>
    /// Turns the compiler's name of a file-local type, <c>Shop.&lt;Cart&gt;F0123…__Helper`1</c>, into the key's form,
    /// <c>Shop.Helper`1@Cart.cs</c>. Only a type of a namespace can be file-local, so the mangled part stands before any '+'.
    /// </summary>
    private static string FileLocal(string name)
    {
        var open = name.IndexOf('<');
        var close = name.IndexOf(">F", Math.Max(open, 0), StringComparison.Ordinal);
        var tail = close < 0 ? -1 : name.IndexOf("__", close, StringComparison.Ordinal);
        if (open < 0 || tail < 0) return name;
        var end = name.IndexOf('+', tail) is var plus && plus < 0 ? name.Length : plus;
        return $"{name.AsSpan(0, open)}{name.AsSpan(tail + 2, end - tail - 2)}@{name.AsSpan(open + 1, close - open - 1)}.cs{name.AsSpan(end)}";
    }
}
