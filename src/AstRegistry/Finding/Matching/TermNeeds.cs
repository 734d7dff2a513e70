namespace AstRegistry.Finding;

/// <summary>What a text must have to pass a test, as far as an index can tell. Null and empty where nothing is known.</summary>
/// <param name="Equal">What the text must be.</param>
/// <param name="Prefix">What it must start with.</param>
/// <param name="Suffix">What it must end with.</param>
/// <param name="Contains">What it must contain.</param>
/// <param name="IsExact">Whether a text that has the one thing named passes for certain.</param>
internal sealed record TermNeeds(string? Equal, string? Prefix, string? Suffix, string[] Contains, bool IsExact)
{
    /// <summary>Nothing is known.</summary>
    public static readonly TermNeeds Unknown = new(null, null, null, [], false);

    public static TermNeeds ToEqual(string text, bool isExact = true) => Unknown with { Equal = text, IsExact = isExact };

    public static TermNeeds ToStart(string text) => Unknown with { Prefix = text, IsExact = true };

    public static TermNeeds ToEnd(string text) => Unknown with { Suffix = text, IsExact = true };

    public static TermNeeds ToContain(string text) => Unknown with { Contains = [text], IsExact = true };
}
