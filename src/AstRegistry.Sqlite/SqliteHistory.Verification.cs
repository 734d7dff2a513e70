namespace AstRegistry;

/// <summary>The structure of the file.</summary>
public sealed partial class SqliteHistory
{
    /// <summary>
    /// What SQLite finds wrong with the structure of the file, as it says it; empty if nothing is. O(size of the file), and all else waits meanwhile.
    /// Opening has a short look only; <see cref="HistoryVerifier"/> checks what the versions hold.
    /// </summary>
    /// <exception cref="HistoryException">The file cannot be read.</exception>
    public async ValueTask<IReadOnlyList<string>> CheckStructureAsync(CancellationToken cancellationToken = default)
    {
        var findings = await _worker.ReadAsync(static connection => connection.Texts("PRAGMA integrity_check"), cancellationToken).ConfigureAwait(false);
        return findings is ["ok"] ? [] : findings;
    }
}
