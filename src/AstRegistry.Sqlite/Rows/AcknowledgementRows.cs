namespace AstRegistry.Sqlite;

/// <summary>The table <c>ack</c>.</summary>
internal static class AcknowledgementRows
{
    /// <summary>Notes a revision unless a later one is noted already. Whether anything was written.</summary>
    public static bool Raise(EngineConnection connection, string registry, string participant, long revision)
    {
        if (Read(connection, registry, participant) is { } known && known >= revision) return false;
        connection.Prepare("WriteAcknowledgement").Bind(1, registry).Bind(2, participant).Bind(3, revision)
            .Bind(4, ChecksumOf(registry, participant, revision)).Run();
        return true;
    }

    /// <exception cref="EngineException">One is damaged.</exception>
    public static Dictionary<string, long> Read(EngineConnection connection, string registry)
    {
        var statement = connection.Prepare("ReadAcknowledgements").Bind(1, registry);
        try
        {
            var seen = new Dictionary<string, long>(StringComparer.Ordinal);
            while (statement.Step())
            {
                var participant = statement.String(0);
                seen[participant] = Checked(registry, participant, statement.Integer(1), statement.Integer(2));
            }

            return seen;
        }
        finally
        {
            statement.Reset();
        }
    }

    private static long? Read(EngineConnection connection, string registry, string participant)
    {
        var statement = connection.Prepare("ReadAcknowledgement").Bind(1, registry).Bind(2, participant);
        try
        {
            return statement.Step() ? Checked(registry, participant, statement.Integer(0), statement.Integer(1)) : null;
        }
        finally
        {
            statement.Reset();
        }
    }

    private static long Checked(string registry, string participant, long revision, long checksum) =>
        checksum == ChecksumOf(registry, participant, revision) ? revision : throw Damage.In($"what '{participant}' has seen of '{registry}'");

    private static long ChecksumOf(string registry, string participant, long revision)
    {
        var checksum = RowChecksum.Of(registry);
        checksum.Add(participant);
        checksum.Add(revision);
        return checksum.Value;
    }
}
