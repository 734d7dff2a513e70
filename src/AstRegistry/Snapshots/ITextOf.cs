namespace AstRegistry.Snapshots;

/// <summary>Says whether a key has a text, so that a map is asked by text without a key being made.</summary>
internal interface ITextOf<TKey>
{
    static abstract bool Is(TKey key, ReadOnlySpan<char> text);
}

/// <summary>An id is its text.</summary>
internal readonly struct TextOfId : ITextOf<EntryId>
{
    public static bool Is(EntryId key, ReadOnlySpan<char> text) => text.SequenceEqual(key.Interned!.Text);
}

/// <summary>A string is its own text.</summary>
internal readonly struct TextOfString : ITextOf<string>
{
    public static bool Is(string key, ReadOnlySpan<char> text) => text.SequenceEqual(key);
}
