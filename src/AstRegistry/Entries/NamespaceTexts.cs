namespace AstRegistry.Entries;

/// <summary>Strings of namespaces, shared as long as none takes another's place: there are few, and many ids in each.</summary>
internal static class NamespaceTexts
{
    private const int TableSize = 1 << 10;
    private static readonly string?[] Table = new string?[TableSize];

    public static string Share(ReadOnlySpan<char> text)
    {
        ref var place = ref Table[PlaceHash.Of(text) & (TableSize - 1)];
        var known = place;
        return known is not null && text.SequenceEqual(known) ? known : place = text.ToString();
    }
}
