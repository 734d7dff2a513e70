using Npgsql;

namespace AstRegistry.PostgreSql;

/// <summary>Makes versions of rows, each of which brings one chunk of a change set.</summary>
internal sealed class VersionRows(Database database, string registry)
{
    /// <summary>How change sets are encoded that this version of the library writes.</summary>
    private const short Codec = 1;

    private readonly List<HistoryVersion> _versions = [];
    private RegistryVersion? _version;
    private ChainHash _hash;
    private byte[] _changes = [];
    private int _filled;

    public async Task<List<HistoryVersion>> ReadAsync(NpgsqlDataReader reader, CancellationToken cancellationToken)
    {
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
        {
            if (_version?.Revision != reader.GetInt64(0)) Begin(reader);
            if (!reader.IsDBNull(9)) Add(reader.GetFieldValue<byte[]>(9));
        }

        End();
        return _versions;
    }

    private void Begin(NpgsqlDataReader row)
    {
        End();
        _version = new(row.GetInt64(0), row.GetInt64(1), new DateTimeOffset(row.GetInt64(2), TimeSpan.Zero), row.GetString(3), row.GetGuid(4), row.GetInt32(5));
        if (row.GetInt16(6) is var codec and not Codec)
        {
            throw new HistoryException(HistoryFault.NewerFormat, FormattableString.Invariant($"{database.Place} has version {_version.Revision} of '{registry}' in encoding {codec}, which this version of AstRegistry does not know. Use a newer AstRegistry.PostgreSql."));
        }

        _hash = new(row.GetFieldValue<byte[]>(8));
        _changes = new byte[row.GetInt32(7)];
        _filled = 0;
    }

    private void Add(byte[] chunk)
    {
        if (chunk.Length > _changes.Length - _filled) throw Damaged(_filled + chunk.Length);
        if (chunk.Length == _changes.Length) _changes = chunk;
        else chunk.CopyTo(_changes, _filled);
        _filled += chunk.Length;
    }

    private void End()
    {
        if (_version is null) return;
        if (_filled != _changes.Length) throw Damaged(_filled);
        _versions.Add(new(_version, _changes, _hash));
    }

    private HistoryException Damaged(int found) => new(
        HistoryFault.Corrupt,
        FormattableString.Invariant($"{database.Place} has a change set of version {_version!.Revision} of '{registry}' that is damaged: {found} bytes instead of {_changes.Length}. Restore the tables from a backup."));
}
