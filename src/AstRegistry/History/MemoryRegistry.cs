namespace AstRegistry.History;

/// <summary>The history of one registry in memory. Whoever changes it holds its lock; the head is read without.</summary>
internal sealed class MemoryRegistry(string name)
{
    private readonly object _gate = new();
    private readonly List<HistoryVersion> _versions = [];
    private readonly Dictionary<Guid, long> _commits = [];
    private readonly SortedDictionary<long, HistoryCheckpoint> _checkpoints = [];

    public WatchedHead Head { get; } = new();

    public Acknowledgements Acknowledgements { get; } = new();

    public AppendOutcome Append(HistoryHead expected, IReadOnlyList<HistoryVersion> versions)
    {
        lock (_gate)
        {
            var head = Head.Value;
            if (head != expected) return new(versions.All(version => HistoryRules.IsSame(Find(version.Version.Revision), version)), head);
            foreach (var version in versions)
            {
                if (_commits.TryGetValue(version.Version.CommitId, out var revision)) throw HistoryRules.RepeatedCommit(version, revision);
            }

            foreach (var version in versions)
            {
                _versions.Add(version);
                _commits.Add(version.Version.CommitId, version.Version.Revision);
            }

            var last = versions[^1];
            return Changed(head with { Revision = last.Version.Revision, Current = last.Version.Revision, Hash = last.Hash });
        }
    }

    public AppendOutcome Move(HistoryHead expected, long current)
    {
        lock (_gate)
        {
            var head = Head.Value;
            if (head != expected) return new(false, head);
            HistoryRules.CheckMove(name, head, current);
            return Changed(head with { Current = current });
        }
    }

    public HistoryVersion Read(long revision)
    {
        lock (_gate)
        {
            HistoryRules.CheckKept(name, Head.Value, revision);
            return Find(revision)!;
        }
    }

    public IReadOnlyList<HistoryVersion> Read(long after, long through)
    {
        lock (_gate)
        {
            var head = Head.Value;
            var (first, last) = HistoryRules.RangeOf(head, after, through);
            return first > last ? [] : _versions.GetRange((int)(first - head.CompactedRevision) - 1, (int)(last - first) + 1);
        }
    }

    public IReadOnlyList<long> ListCheckpoints()
    {
        lock (_gate) return [.. _checkpoints.Keys];
    }

    public HistoryCheckpoint? ReadCheckpoint(long revision)
    {
        lock (_gate) return _checkpoints.GetValueOrDefault(revision);
    }

    public void WriteCheckpoint(HistoryCheckpoint checkpoint)
    {
        lock (_gate)
        {
            HistoryRules.CheckCheckpoint(name, Head.Value, checkpoint);
            _checkpoints[checkpoint.Revision] = checkpoint;
        }
    }

    public void Compact(long through, IReadOnlyCollection<long> keep)
    {
        lock (_gate)
        {
            var head = Head.Value;
            HistoryRules.CheckCompaction(head, through);
            if (through <= head.CompactedRevision) return;
            var count = (int)(through - head.CompactedRevision);
            foreach (var version in _versions.Take(count)) _commits.Remove(version.Version.CommitId);
            _versions.RemoveRange(0, count);
            foreach (var revision in _checkpoints.Keys.Where(revision => revision < through && !keep.Contains(revision)).ToArray()) _checkpoints.Remove(revision);
            Changed(head with { CompactedRevision = through });
        }
    }

    private HistoryVersion? Find(long revision)
    {
        var place = revision - Head.Value.CompactedRevision - 1;
        return place >= 0 && place < _versions.Count ? _versions[(int)place] : null;
    }

    private AppendOutcome Changed(HistoryHead head)
    {
        head = head with { Epoch = head.Epoch + 1 };
        Head.Set(head);
        return new(true, head);
    }
}
