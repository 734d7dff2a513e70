using System.Runtime.CompilerServices;
using AstRegistry.History;
using AstRegistry.Sqlite;

namespace AstRegistry;

/// <summary>Versions, one or many.</summary>
public sealed partial class SqliteHistory
{
    // How many bytes one turn on the connection reads, so that those who append wait for milliseconds only.
    private const long PageBytes = 1 << 20;

    /// <inheritdoc/>
    public async IAsyncEnumerable<HistoryVersion> ReadAsync(string registry, long after, long through, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        Check(registry, cancellationToken);
        while (true)
        {
            var page = await _worker.ReadAsync(connection => ReadPage(connection, registry, after, through), cancellationToken).ConfigureAwait(false);
            if (page.Count == 0) yield break;
            foreach (var version in page)
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return version;
            }

            after = page[^1].Version.Revision;
        }
    }

    /// <inheritdoc/>
    public async ValueTask<HistoryVersion> ReadAsync(string registry, long revision, CancellationToken cancellationToken = default)
    {
        Check(registry, cancellationToken);
        return await _worker.ReadAsync(connection => ReadOne(connection, registry, revision), cancellationToken).ConfigureAwait(false);
    }

    private List<HistoryVersion> ReadPage(EngineConnection connection, string registry, long after, long through)
    {
        var (first, last) = HistoryRules.RangeOf(_heads.HeadOf(registry), after, through);
        return first > last ? [] : VersionRows.Read(connection, registry, first - 1, last, PageBytes);
    }

    private HistoryVersion ReadOne(EngineConnection connection, string registry, long revision)
    {
        HistoryRules.CheckKept(registry, _heads.HeadOf(registry), revision);
        return VersionRows.Read(connection, registry, revision - 1, revision, PageBytes)[0];
    }
}
