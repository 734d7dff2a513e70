namespace AstRegistry.Packing;

/// <summary>
/// Reads the packed form of one file back into its rows. A later segment continues the model of those before it, so segments are read in
/// order; how far to read is the caller's choice. Not thread-safe; cheap to keep and use again.
/// </summary>
internal sealed class FileTableReader
{
    private readonly FileTableWalker<RangeDecoder> _walker = new();

    /// <summary>What was learned so far.</summary>
    public PackingModel Model => _walker.Model;

    /// <summary>Reads a file that was written at a detail.</summary>
    /// <exception cref="PackedDataException">The data is damaged.</exception>
    public FileTable Read(in PackedSegments file, AstRegistryDetail detail) => Read(file, detail, detail);

    /// <summary>Reads the segments of a file up to a detail.</summary>
    /// <param name="file">The segments and where they lie.</param>
    /// <param name="written">The detail the file was written at.</param>
    /// <param name="detail">How far to read.</param>
    /// <exception cref="PackedDataException">The data is damaged.</exception>
    public FileTable Read(in PackedSegments file, AstRegistryDetail written, AstRegistryDetail detail)
    {
        _walker.Reset(Primer.ModelOf(written));
        return Continue(file, written, detail);
    }

    /// <summary>Reads a file that continues the model of the one before, as the files of the primer do.</summary>
    public FileTable Continue(in PackedSegments file, AstRegistryDetail written, AstRegistryDetail detail)
    {
        var table = new FileTable();
        Begin(file.Types);
        _walker.Types(table);
        if (detail == AstRegistryDetail.Types) return table;
        Begin(file.Members);
        _walker.Members(table);
        if (detail == AstRegistryDetail.Members) return table;
        Begin(file.Nodes);
        _walker.Nodes(table, written);
        return table;
    }

    private void Begin(ArraySegment<byte> segment) =>
        _walker.Begin(new RangeDecoder(segment.Array!, segment.Offset, segment.Count), segment.Count);
}

/// <summary>The three byte runs of one packed file, each possibly a part of a larger array.</summary>
/// <param name="Types">The path and the types.</param>
/// <param name="Members">The members; empty at <see cref="AstRegistryDetail.Types"/>.</param>
/// <param name="Nodes">The nodes; empty below <see cref="AstRegistryDetail.Statements"/>.</param>
internal readonly record struct PackedSegments(ArraySegment<byte> Types, ArraySegment<byte> Members, ArraySegment<byte> Nodes);
