using System.Collections.Concurrent;

namespace AstRegistry.History;

/// <summary>What each participant has seen; thread-safe.</summary>
internal sealed class Acknowledgements
{
    private readonly ConcurrentDictionary<string, long> _revisions = new(StringComparer.Ordinal);

    public void Add(string participant, long revision) => _revisions.AddOrUpdate(participant, revision, (_, known) => Math.Max(known, revision));

    public IReadOnlyDictionary<string, long> ToDictionary() => new Dictionary<string, long>(_revisions, StringComparer.Ordinal);
}
