namespace AstRegistry.Sqlite;

/// <summary>What was found where an anchor should be.</summary>
/// <param name="Exists">Whether there is a file.</param>
/// <param name="Fault">What is wrong with it, or null.</param>
/// <param name="Records">The latest slot of each registry, in the order of the file.</param>
internal sealed record AnchorContents(bool Exists, string? Fault, IReadOnlyList<AnchorRecord> Records)
{
    /// <summary>Reads a file.</summary>
    /// <exception cref="HistoryException">It is of a newer version.</exception>
    public static AnchorContents Read(string path)
    {
        if (!File.Exists(path)) return new(false, null, []);
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new HistoryException(HistoryFault.Unavailable, $"The anchor '{path}' cannot be read: {error.Message} Give this process the right to read and write it.", error);
        }

        return AnchorHeader.Read(bytes) switch
        {
            null => new(true, "it does not begin as an anchor does", []),
            > AnchorHeader.Version and var version => throw new HistoryException(HistoryFault.NewerFormat, FormattableString.Invariant($"The anchor '{path}' has the form {version}; this library knows forms up to {AnchorHeader.Version}. Update AstRegistry.Sqlite.")),
            _ => ReadRecords(bytes),
        };
    }

    private static AnchorContents ReadRecords(ReadOnlySpan<byte> bytes)
    {
        var records = new List<AnchorRecord>();
        var keys = new HashSet<ChainHash>();
        string? fault = null;
        for (var place = AnchorHeader.Size; place < bytes.Length; place += AnchorRecord.Size)
        {
            if (bytes.Length - place < AnchorRecord.Size) fault = "it ends within a record";
            else if (!AnchorRecord.TryRead(bytes.Slice(place, AnchorRecord.Size), place, out var record)) fault = FormattableString.Invariant($"both places of the record at byte {place} are damaged");
            else if (!keys.Add(record.Key)) fault = $"'{record.Entry.Registry}' has two records";
            else records.Add(record);
        }

        return new(true, fault, records);
    }
}
