using AstRegistry.History;
using AstRegistry.Sqlite;

namespace AstRegistry;

/// <summary>What participants have seen.</summary>
public sealed partial class SqliteHistory
{
    /// <inheritdoc/>
    public async ValueTask AcknowledgeAsync(string registry, string participant, long revision, CancellationToken cancellationToken = default)
    {
        Check(registry, cancellationToken);
        HistoryRules.CheckParticipant(participant);
        await _worker.WriteAsync(transaction => AcknowledgementRows.Raise(transaction.Connection, registry, participant, revision), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyDictionary<string, long>> GetAcknowledgementsAsync(string registry, CancellationToken cancellationToken = default)
    {
        Check(registry, cancellationToken);
        return await _worker.ReadAsync(connection => AcknowledgementRows.Read(connection, registry), cancellationToken).ConfigureAwait(false);
    }
}
