namespace AstRegistry.Sqlite;

/// <summary>The tables <c>version</c> and <c>changeset</c>.</summary>
internal static class VersionRows
{
    /// <summary>Adds a version and its changes.</summary>
    public static void Insert(EngineConnection connection, string registry, HistoryVersion version, int chunkSize)
    {
        var about = version.Version;
        Span<byte> commit = stackalloc byte[16];
        Span<byte> hash = stackalloc byte[ChainHash.Size];
        _ = about.CommitId.TryWriteBytes(commit, bigEndian: true, out _);
        version.Hash.CopyTo(hash);
        connection.Prepare("InsertVersion")
            .Bind(1, registry).Bind(2, about.Revision).Bind(3, about.Parent).Bind(4, about.At.UtcTicks).Bind(5, about.At.TotalOffsetMinutes)
            .Bind(6, about.Actor).Bind(7, commit).Bind(8, about.OperationCount).Bind(9, version.Changes.Length).Bind(10, hash)
            .Bind(11, ChecksumOf(registry, version)).Run();
        var insert = connection.Prepare("InsertChange");
        Chunks.ForEach(version.Changes, chunkSize, (chunk, data) => insert.Bind(1, registry).Bind(2, about.Revision).Bind(3, chunk).Bind(4, data).Run());
    }

    /// <summary>The revision that has a commit id, or null.</summary>
    public static long? Find(EngineConnection connection, string registry, Guid commitId)
    {
        Span<byte> commit = stackalloc byte[16];
        _ = commitId.TryWriteBytes(commit, bigEndian: true, out _);
        var statement = connection.Prepare("FindCommit").Bind(1, registry).Bind(2, commit);
        try
        {
            return statement.Step() ? statement.Integer(0) : null;
        }
        finally
        {
            statement.Reset();
        }
    }

    /// <summary>
    /// The versions after a revision and up to another, in order, without gaps, until their changes exceed a number of bytes; at least one.
    /// All of them are expected to be there.
    /// </summary>
    /// <exception cref="EngineException">One is missing or damaged.</exception>
    public static List<HistoryVersion> Read(EngineConnection connection, string registry, long after, long through, long maxBytes)
    {
        var versions = new List<HistoryVersion>();
        var statement = connection.Prepare("ReadVersions").Bind(1, registry).Bind(2, after).Bind(3, through);
        try
        {
            var next = after + 1;
            for (; next <= through && maxBytes > 0; next++)
            {
                if (!statement.Step() || statement.Integer(0) != next) throw Damage.Missing($"version {next} of '{registry}'");
                var version = Read(connection, statement, registry);
                versions.Add(version);
                maxBytes -= version.Changes.Length + 128;
            }

            return versions;
        }
        finally
        {
            statement.Reset();
        }
    }

    /// <summary>Takes away all versions up to a revision.</summary>
    public static void Delete(EngineConnection connection, string registry, long through)
    {
        connection.Prepare("DeleteVersions").Bind(1, registry).Bind(2, through).Run();
        connection.Prepare("DeleteChanges").Bind(1, registry).Bind(2, through).Run();
    }

    private static HistoryVersion Read(EngineConnection connection, EngineStatement row, string registry)
    {
        var revision = row.Integer(0);
        var commit = row.Bytes(5);
        var hash = row.Bytes(8);
        if (commit.Length != 16 || hash.Length != ChainHash.Size) throw Damage.In($"version {revision} of '{registry}'");
        if (!TryMakeTime(row.Integer(2), row.Integer(3), out var at) || row.Integer(6) is < 0 or > int.MaxValue) throw Damage.In($"version {revision} of '{registry}'");
        var about = new RegistryVersion(revision, row.Integer(1), at, row.String(4), new(commit, bigEndian: true), (int)row.Integer(6));
        var chain = new ChainHash(hash);
        var changes = Chunks.Join(connection.Prepare("ReadChanges").Bind(1, registry).Bind(2, revision), row.Integer(7));
        var version = changes is null ? null : new HistoryVersion(about, changes, chain);
        return version is not null && row.Integer(9) == ChecksumOf(registry, version) ? version : throw Damage.In($"version {revision} of '{registry}'");
    }

    private static bool TryMakeTime(long ticks, long minutes, out DateTimeOffset time)
    {
        time = default;
        var local = ticks + (minutes * TimeSpan.TicksPerMinute);
        if (minutes is < -14 * 60 or > 14 * 60 || ticks < 0 || ticks > DateTime.MaxValue.Ticks || local < 0 || local > DateTime.MaxValue.Ticks) return false;
        time = new(local, TimeSpan.FromMinutes(minutes));
        return true;
    }

    private static long ChecksumOf(string registry, HistoryVersion version)
    {
        var about = version.Version;
        Span<byte> commit = stackalloc byte[16];
        _ = about.CommitId.TryWriteBytes(commit, bigEndian: true, out _);
        var checksum = RowChecksum.Of(registry);
        checksum.Add(about.Revision);
        checksum.Add(about.Parent);
        checksum.Add(about.At.UtcTicks);
        checksum.Add(about.At.TotalOffsetMinutes);
        checksum.Add(about.Actor);
        checksum.Add(commit);
        checksum.Add(about.OperationCount);
        checksum.Add(version.Hash);
        checksum.Add(version.Changes.Length);
        checksum.Add(version.Changes.Span);
        return checksum.Value;
    }
}
