using AstRegistry.History;
using AstRegistry.Sqlite;

namespace AstRegistry;

/// <summary>The head of a registry: read from memory, moved by appending and by going elsewhere.</summary>
public sealed partial class SqliteHistory
{
    /// <inheritdoc/>
    public ValueTask<HistoryHead> GetHeadAsync(string registry, CancellationToken cancellationToken = default)
    {
        Check(registry, cancellationToken);
        return new(_heads.HeadOf(registry));
    }

    /// <inheritdoc/>
    public async ValueTask<AppendOutcome> AppendAsync(string registry, HistoryHead expected, IReadOnlyList<HistoryVersion> versions, CancellationToken cancellationToken = default)
    {
        Check(registry, cancellationToken);
        HistoryRules.CheckAppend(expected, versions);
        HistoryVersion[] copy = [.. versions];
        return await _worker.WriteAsync(transaction => Append(transaction, registry, expected, copy), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<AppendOutcome> MoveAsync(string registry, HistoryHead expected, long current, CancellationToken cancellationToken = default)
    {
        Check(registry, cancellationToken);
        return await _worker.WriteAsync(transaction => Move(transaction, registry, expected, current), cancellationToken).ConfigureAwait(false);
    }

    private AppendOutcome Append(SqliteTransaction transaction, string registry, in HistoryHead expected, HistoryVersion[] versions)
    {
        var head = transaction.HeadOf(registry);
        if (head != expected) return new(IsThere(transaction, registry, head, versions), head);
        foreach (var version in versions)
        {
            if (VersionRows.Find(transaction.Connection, registry, version.Version.CommitId) is { } revision) throw HistoryRules.RepeatedCommit(version, revision);
        }

        foreach (var version in versions) VersionRows.Insert(transaction.Connection, registry, version, _options.ChunkSize);
        var last = versions[^1];
        return new(true, transaction.Change(registry, head with { Revision = last.Version.Revision, Current = last.Version.Revision, Hash = last.Hash }));
    }

    private static AppendOutcome Move(SqliteTransaction transaction, string registry, in HistoryHead expected, long current)
    {
        var head = transaction.HeadOf(registry);
        if (head != expected) return new(false, head);
        HistoryRules.CheckMove(registry, head, current);
        return new(true, transaction.Change(registry, head with { Current = current }));
    }

    /// <summary>Whether all of the versions were appended before, as they would be now.</summary>
    private static bool IsThere(SqliteTransaction transaction, string registry, in HistoryHead head, HistoryVersion[] versions)
    {
        var (first, last) = (versions[0].Version.Revision, versions[^1].Version.Revision);
        if (first <= head.CompactedRevision || last > head.Revision) return false;
        var kept = VersionRows.Read(transaction.Connection, registry, first - 1, last, long.MaxValue);
        return kept.Zip(versions).All(static pair => HistoryRules.IsSame(pair.First, pair.Second));
    }
}
