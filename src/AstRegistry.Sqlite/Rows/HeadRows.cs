namespace AstRegistry.Sqlite;

/// <summary>The table <c>head</c>.</summary>
internal static class HeadRows
{
    public static void Write(EngineConnection connection, string registry, in HistoryHead head)
    {
        Span<byte> hash = stackalloc byte[ChainHash.Size];
        head.Hash.CopyTo(hash);
        connection.Prepare("WriteHead")
            .Bind(1, registry).Bind(2, head.Revision).Bind(3, head.Current).Bind(4, head.Epoch).Bind(5, head.CompactedRevision)
            .Bind(6, hash).Bind(7, ChecksumOf(registry, head)).Run();
    }

    /// <summary>All heads.</summary>
    /// <exception cref="EngineException">One is damaged.</exception>
    public static Dictionary<string, HistoryHead> Read(EngineConnection connection)
    {
        var statement = connection.Prepare("ReadHeads");
        try
        {
            var heads = new Dictionary<string, HistoryHead>(StringComparer.Ordinal);
            while (statement.Step())
            {
                var registry = statement.String(0);
                heads[registry] = Read(statement, registry);
            }

            return heads;
        }
        finally
        {
            statement.Reset();
        }
    }

    private static HistoryHead Read(EngineStatement statement, string registry)
    {
        var hash = statement.Bytes(5);
        if (hash.Length != ChainHash.Size) throw Damage.In($"the head of '{registry}'");
        var head = new HistoryHead(statement.Integer(1), statement.Integer(2), statement.Integer(3), statement.Integer(4), new(hash));
        return statement.Integer(6) == ChecksumOf(registry, head) ? head : throw Damage.In($"the head of '{registry}'");
    }

    private static long ChecksumOf(string registry, in HistoryHead head)
    {
        var checksum = RowChecksum.Of(registry);
        checksum.Add(head.Revision);
        checksum.Add(head.Current);
        checksum.Add(head.Epoch);
        checksum.Add(head.CompactedRevision);
        checksum.Add(head.Hash);
        return checksum.Value;
    }
}
