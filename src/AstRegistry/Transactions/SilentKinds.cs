namespace AstRegistry.Transactions;

/// <summary>The kinds of entries that nobody is told of.</summary>
internal sealed class SilentKinds(IEnumerable<string> patterns)
{
    private readonly TopicPattern[] _patterns = [.. patterns.Select(TopicPattern.Parse)];

    /// <summary>The operations that concern an entry of another kind, before or after; the same object where all do.</summary>
    public ChangeSet Without(ChangeSet changes)
    {
        // Entries of one kind mostly come together and share its text.
        string? audible = null;
        for (var i = 0; i < changes.Count; i++)
        {
            var kind = (changes[i].Entry ?? changes[i].Original)?.Kind;
            if (kind is not null && ReferenceEquals(kind, audible)) continue;
            if (!IsAudible(changes[i])) return ChangeSet.Over([.. changes.Where(IsAudible)]);
            if (kind is not null && IsAudible(kind)) audible = kind;
        }

        return changes;
    }

    private bool IsAudible(RegistryOperation operation) =>
        (operation.Entry is { } entry && IsAudible(entry.Kind)) || (operation.Original is { } original && IsAudible(original.Kind));

    private bool IsAudible(string kind) => !Array.Exists(_patterns, pattern => pattern.IsMatch(kind));
}
