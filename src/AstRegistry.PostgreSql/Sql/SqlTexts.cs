namespace AstRegistry.PostgreSql;

/// <summary>The statements, each from the file of its name, for one schema.</summary>
internal sealed class SqlTexts(string schema)
{
    /// <summary>The schema as it stands in a statement: in quotes, whatever characters it has.</summary>
    public string Schema { get; } = "\"" + schema.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    public string Append => field ??= Read("append");

    public string FindCommits => field ??= Read("find-commits");

    public string ReadHead => field ??= Read("read-head");

    public string Move => field ??= Read("move");

    public string ReadVersions => field ??= Read("read-versions");

    public string ListCheckpoints => field ??= Read("list-checkpoints");

    public string ReadCheckpoint => field ??= Read("read-checkpoint");

    public string WriteCheckpoint => field ??= Read("write-checkpoint");

    public string TrimCheckpoint => field ??= Read("trim-checkpoint");

    public string MarkCompacted => field ??= Read("mark-compacted");

    public string DeleteVersions => field ??= Read("delete-versions");

    public string DeleteChangeSets => field ??= Read("delete-changesets");

    public string DeleteCheckpoints => field ??= Read("delete-checkpoints");

    public string Acknowledge => field ??= Read("acknowledge");

    public string ReadAcknowledgements => field ??= Read("read-acknowledgements");

    public string KeepDurable => field ??= Read("keep-durable");

    public string Notify => field ??= Read("notify");

    public string Listen => field ??= Read("listen");

    public string ReadFormat => field ??= Read("read-format");

    public string InspectSchema => field ??= Read("inspect-schema");

    public string CreateSchema => field ??= Read("create-schema");

    public string CreateFormat => field ??= Read("create-format");

    public string LockFormat => field ??= Read("lock-format");

    public string RecordFormat => field ??= Read("record-format");

    /// <summary>What brings the tables to a format from the one before.</summary>
    public string Migrate(int format) => Read(FormattableString.Invariant($"migrate-{format}"));

    private string Read(string name)
    {
        using var stream = typeof(SqlTexts).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The statement '{name}.sql' is missing from the assembly.");
        using var reader = new StreamReader(stream);
        // Comments are for who reads the file; they need not travel with each statement.
        var lines = reader.ReadToEnd().Split('\n').Where(static line => !line.TrimStart().StartsWith("--", StringComparison.Ordinal));
        return string.Join('\n', lines).Replace("{schema}", Schema, StringComparison.Ordinal);
    }
}
