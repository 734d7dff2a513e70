namespace AstRegistry.Packing;

/// <summary>
/// Reads the files of one bucket: all of them shallowly, or one of them to any depth, without decoding the others. Thread-safe.
/// </summary>
internal sealed class BucketReader
{
    private static FileTableReader? _idle;

    private readonly byte[] _bytes;
    private readonly PackedSegments[] _files;

    private readonly AstRegistryDetail _written;

    private BucketReader(byte[] bytes, AstRegistryDetail written, AstRegistryDetail detail, PackedSegments[] files)
    {
        _bytes = bytes;
        _written = written;
        Detail = detail;
        _files = files;
    }

    /// <summary>The detail the bucket holds; less than its files were packed at when their nodes were left out.</summary>
    public AstRegistryDetail Detail { get; }

    /// <summary>The number of files.</summary>
    public int FileCount => _files.Length;

    /// <summary>The length in bytes.</summary>
    public int Length => _bytes.Length;

    /// <summary>Opens the text that <c>BucketWriter</c> wrote. Nothing but the table of lengths is decoded.</summary>
    /// <exception cref="PackedDataException">Another format version, or damaged data.</exception>
    public static BucketReader Open(string text)
    {
        var bytes = PackedBytes.Open(text, PackedForm.Bucket);
        var at = PackedBytes.HeaderLength;
        var written = (AstRegistryDetail)PackedBytes.Read(bytes, ref at, (int)AstRegistryDetail.Nodes, PackedForm.Bucket);
        var detail = (AstRegistryDetail)PackedBytes.Read(bytes, ref at, (int)written, PackedForm.Bucket);
        var files = new PackedSegments[PackedBytes.Read(bytes, ref at, bytes.Length, PackedForm.Bucket)];
        var segments = Math.Min((int)detail, (int)AstRegistryDetail.Statements) + 1;
        var lengths = new int[files.Length, 3];
        for (var i = 0; i < files.Length; i++)
        {
            for (var segment = 0; segment < segments; segment++)
            {
                lengths[i, segment] = PackedBytes.Read(bytes, ref at, bytes.Length, PackedForm.Bucket);
            }
        }

        var starts = new int[files.Length, 3];
        for (var segment = 0; segment < 3; segment++)
        {
            for (var i = 0; i < files.Length; i++)
            {
                starts[i, segment] = at;
                at += lengths[i, segment];
                if ((uint)at > (uint)bytes.Length) throw PackedBytes.Refusal(PackedForm.Bucket, "its files are longer than itself");
            }
        }

        ArraySegment<byte> Part(int file, int segment) => new(bytes, starts[file, segment], lengths[file, segment]);
        for (var i = 0; i < files.Length; i++) files[i] = new PackedSegments(Part(i, 0), Part(i, 1), Part(i, 2));
        return new BucketReader(bytes, written, detail, files);
    }

    /// <summary>The segments of one file.</summary>
    public PackedSegments Segments(int file) => _files[file];

    /// <summary>Decodes one file, at most to the detail the bucket holds.</summary>
    /// <exception cref="PackedDataException">Damaged data.</exception>
    public FileTable ReadFile(int file, AstRegistryDetail detail)
    {
        // One reader is kept between calls; a second thread makes its own.
        var reader = Interlocked.Exchange(ref _idle, null) ?? new FileTableReader();
        var table = reader.Read(_files[file], _written, detail < Detail ? detail : Detail);
        _idle = reader;
        return table;
    }
}
