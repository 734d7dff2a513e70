namespace AstRegistry.History;

/// <summary>What is kept of a registry without history: its head. Whoever changes it holds its lock; it is read without.</summary>
internal sealed class HeadOnlyRegistry
{
    private readonly object _gate = new();

    public WatchedHead Head { get; } = new();

    public Acknowledgements Acknowledgements { get; } = new();

    public AppendOutcome Append(HistoryHead expected, IReadOnlyList<HistoryVersion> versions)
    {
        var last = versions[^1];
        lock (_gate)
        {
            var head = Head.Value;

            // The hash of the last version covers all before it, so an equal one means that all are those that were appended.
            if (head != expected) return new(head.Revision == last.Version.Revision && head.Hash == last.Hash, head);
            head = new(last.Version.Revision, last.Version.Revision, head.Epoch + 1, 0, last.Hash);
            Head.Set(head);
            return new(true, head);
        }
    }
}
