namespace AstRegistry.Packing;

/// <summary>Packs the rows of one file.</summary>
internal sealed class FileTableWriter
{
    [ThreadStatic]
    private static FileTableWriter? _instance;

    private readonly FileTableWalker<RangeEncoder> _walker = new();
    private byte[] _buffer = new byte[4096];

    private FileTableWriter()
    {
    }

    /// <summary>Packs the rows that a detail asks for. May be called from any thread; gives the same bytes on all.</summary>
    public static PackedFile Write(FileTable table, AstRegistryDetail detail) => (_instance ??= new FileTableWriter()).Pack(table, detail);

    /// <summary>Packs files each of which continues the model of the one before, the first an empty one: the form of the primer.</summary>
    public static PackedFile[] WriteContinued(IEnumerable<FileTable> tables, AstRegistryDetail detail)
    {
        var writer = new FileTableWriter();
        return tables.Select(table => writer.Continue(table, detail)).ToArray();
    }

    private PackedFile Pack(FileTable table, AstRegistryDetail detail)
    {
        _walker.Reset(Primer.ModelOf(detail));
        return Continue(table, detail);
    }

    private PackedFile Continue(FileTable table, AstRegistryDetail detail)
    {
        Begin();
        _walker.Types(table);
        var types = Finish();
        byte[] members = [], nodes = [];
        if (detail >= AstRegistryDetail.Members)
        {
            Begin();
            _walker.Members(table);
            members = Finish();
        }

        if (detail >= AstRegistryDetail.Statements)
        {
            Begin();
            _walker.Nodes(table, detail);
            nodes = Finish();
        }

        return new PackedFile(types, members, nodes, detail);
    }

    private void Begin() => _walker.Begin(new RangeEncoder(_buffer), 0);

    private byte[] Finish()
    {
        var bytes = _walker.Bits.Finish(PackedFormat.BytesFor(_walker.UnitsUsed));
        _buffer = _walker.Bits.Buffer;
        return bytes;
    }
}
