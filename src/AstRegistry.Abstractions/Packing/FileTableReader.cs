namespace AstRegistry.Packing;

/// <summary>
/// Reads the packed form of one file back into its rows. A later segment continues the model of those before it, so segments are read in
/// order; how far to read is the caller's choice. Not thread-safe; cheap to keep and use again.
/// </summary>
internal sealed class FileTableReader
{
    private readonly FileTableWalker<RangeDecoder> _walker = new();

    /// <summary>Reads the segments up to a detail.</summary>
    /// <param name="file">The segments and where they lie.</param>
    /// <param name="detail">How far to read; at most what was written.</param>
    /// <exception cref="PackedDataException">The data is damaged.</exception>
    public FileTable Read(in PackedSegments file, AstRegistryDetail detail)
    {
        var table = new FileTable();
        _walker.Reset();
        _walker.Begin(new RangeDecoder(file.Types.Array!, file.Types.Offset, file.Types.Count), file.Types.Count);
        _walker.Types(table);
        if (detail == AstRegistryDetail.Types) return table;
        _walker.Begin(new RangeDecoder(file.Members.Array!, file.Members.Offset, file.Members.Count), file.Members.Count);
        _walker.Members(table);
        if (detail == AstRegistryDetail.Members) return table;
        _walker.Begin(new RangeDecoder(file.Nodes.Array!, file.Nodes.Offset, file.Nodes.Count), file.Nodes.Count);
        _walker.Nodes(table);
        return table;
    }
}

/// <summary>The three byte runs of one packed file, each possibly a part of a larger array.</summary>
/// <param name="Types">The path and the types.</param>
/// <param name="Members">The members; empty at <see cref="AstRegistryDetail.Types"/>.</param>
/// <param name="Nodes">The nodes; empty below <see cref="AstRegistryDetail.Statements"/>.</param>
internal readonly record struct PackedSegments(ArraySegment<byte> Types, ArraySegment<byte> Members, ArraySegment<byte> Nodes);
