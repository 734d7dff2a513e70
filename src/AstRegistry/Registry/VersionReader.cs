using AstRegistry.Codec;

namespace AstRegistry.Registry;

/// <summary>Reads change sets from the history.</summary>
internal sealed class VersionReader(IRegistryHistory history, string registry)
{
    /// <exception cref="CompactedException">It was compacted away.</exception>
    /// <exception cref="HistoryException">There is none, or it cannot be read.</exception>
    public async ValueTask<ChangeSet> ReadAsync(long revision, CancellationToken cancellationToken)
    {
        var version = await history.ReadAsync(registry, revision, cancellationToken).ConfigureAwait(false);
        return ChangeSetCodec.Decode(version.Changes.Span);
    }

    /// <summary>The versions above one revision and up to another, as they are stored.</summary>
    public IAsyncEnumerable<HistoryVersion> ReadAsync(long after, long through, CancellationToken cancellationToken) => history.ReadAsync(registry, after, through, cancellationToken);

    /// <summary>What the steps of a path do, in their order. Versions that follow one another are read together.</summary>
    public async ValueTask<ChangeSet[]> ReadAsync(IReadOnlyList<VersionStep> steps, CancellationToken cancellationToken)
    {
        var places = Enumerable.Range(0, steps.Count).ToArray();
        Array.Sort(places, (left, right) => steps[left].Revision.CompareTo(steps[right].Revision));
        var read = new ChangeSet[steps.Count];
        for (var first = 0; first < places.Length;)
        {
            var next = first + 1;
            while (next < places.Length && steps[places[next]].Revision == steps[places[next - 1]].Revision + 1) next++;
            await ReadRunAsync(steps, places.AsMemory(first..next), read, cancellationToken).ConfigureAwait(false);
            first = next;
        }

        return read;
    }

    private async ValueTask ReadRunAsync(IReadOnlyList<VersionStep> steps, ReadOnlyMemory<int> places, ChangeSet[] read, CancellationToken cancellationToken)
    {
        var first = steps[places.Span[0]].Revision;
        var count = 0;
        await foreach (var version in history.ReadAsync(registry, first - 1, first + places.Length - 1, cancellationToken).ConfigureAwait(false))
        {
            if (count == places.Length || version.Version.Revision != first + count) throw Missing(first + count);
            var place = places.Span[count++];
            var changes = ChangeSetCodec.Decode(version.Changes.Span);
            read[place] = steps[place].Direction == VersionDirection.Forward ? changes : changes.Reverse();
        }

        if (count < places.Length) throw Missing(first + count);
    }

    private HistoryException Missing(long revision) =>
        new(HistoryFault.Shortfall, FormattableString.Invariant($"The history of '{registry}' does not give version {revision}, which it has acknowledged. Verify it with {nameof(HistoryVerifier)}."));
}
