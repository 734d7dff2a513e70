using AstRegistry.Identity;

namespace AstRegistry.Locking;

/// <summary>The words for kinds of declarations as they stand in a lock file: a <see cref="KindTag"/> with hyphens for spaces.</summary>
internal static class LockKinds
{
    /// <summary>Word and tag of every kind, frequent ones first.</summary>
    private static readonly (string Word, string Tag)[] Table = [.. Tags().Select(static tag => (Of(tag), tag))];

    /// <summary>The word for a tag.</summary>
    public static string Of(string tag) => tag.Replace(' ', '-');

    /// <summary>The tag that a word stands for; null where there is none.</summary>
    public static string? TagOf(string word)
    {
        foreach (var entry in Table)
        {
            if (entry.Word == word) return entry.Tag;
        }

        return null;
    }

    /// <summary>The word that a stretch of text is; null where it is none. Allocates nothing.</summary>
    public static string? Find(string text, int start, int end)
    {
        foreach (var (word, _) in Table)
        {
            if (word.Length == end - start && string.CompareOrdinal(text, start, word, 0, word.Length) == 0) return word;
        }

        return null;
    }

    private static IEnumerable<string> Tags()
    {
        MemberKind[] kinds =
        [
            MemberKind.Method, MemberKind.Property, MemberKind.Field, MemberKind.EnumMember, MemberKind.Constructor, MemberKind.Event, MemberKind.Indexer,
            MemberKind.Operator, MemberKind.Conversion, MemberKind.StaticConstructor, MemberKind.Finalizer, MemberKind.TopLevelStatements,
        ];
        return [KindTag.Type, .. kinds.Select(static kind => KindTag.Of(kind, false)), .. kinds.Select(static kind => KindTag.Of(kind, true))];
    }
}
