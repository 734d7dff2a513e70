using System.Globalization;
using System.Text;
using AstRegistry.Identity;

namespace AstRegistry.Renames;

/// <summary>
/// The persisted form of <see cref="ProjectDeclarations"/>: what a build leaves behind as the baseline of the next. A first line names format
/// version and form, eight bytes of checksum follow, then the body. The same declarations give the same bytes.
/// </summary>
/// <remarks>
/// The body is numbers of seven bits a byte and digests of eight bytes: the project's name, a table of all texts, the sets of targets, the
/// types, the members. Keys are not stored: they are put together again from their parts.
/// </remarks>
internal static class DeclarationSnapshot
{
    /// <summary>
    /// The version this code writes, and the only one it reads. It is raised as well when keys or digests are made in another way, because
    /// those of different versions cannot be compared.
    /// </summary>
    public const int Version = 1;

    private const string Form = "AstRegistry declarations";
    private const int ChecksumLength = 8;
    private const int LongestVersion = 9;

    /// <summary>Writes declarations to a stream, which stays open.</summary>
    public static void Write(ProjectDeclarations declarations, Stream stream)
    {
        if (declarations is null) throw new ArgumentNullException(nameof(declarations));
        if (stream is null) throw new ArgumentNullException(nameof(stream));
        var body = SnapshotWriter.Write(declarations);
        var head = Encoding.ASCII.GetBytes(Version.ToString(CultureInfo.InvariantCulture) + " " + Form + "\n");
        stream.Write(head, 0, head.Length);
        var checksum = Checksum(body, 0);
        for (var i = 0; i < ChecksumLength; i++) stream.WriteByte((byte)(checksum >> (8 * i)));
        stream.Write(body, 0, body.Length);
    }

    /// <summary>Reads the declarations that <see cref="Write"/> wrote, to the end of the stream, which stays open.</summary>
    /// <exception cref="PackedDataException">This is no snapshot, or one of another version, or it is cut off or damaged.</exception>
    public static ProjectDeclarations Read(Stream stream)
    {
        if (stream is null) throw new ArgumentNullException(nameof(stream));
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        var bytes = memory.ToArray();
        var start = ReadHead(bytes);
        if (bytes.Length < start + ChecksumLength) throw Refusal("it ends within its checksum");
        var checksum = Checksum(bytes, start + ChecksumLength);
        for (var i = 0; i < ChecksumLength; i++)
        {
            if (bytes[start + i] != (byte)(checksum >> (8 * i))) throw Refusal("its checksum does not match, it is cut off or damaged");
        }

        return new SnapshotReader(bytes, start + ChecksumLength).Read();
    }

    /// <summary>The exception for a snapshot that cannot be read.</summary>
    public static PackedDataException Refusal(string reason) => new($"Snapshot of declarations: {reason}. Build the project to make a new one.");

    /// <summary>The offset behind the first line, when that is as it should be.</summary>
    private static int ReadHead(byte[] bytes)
    {
        var version = 0;
        var at = 0;
        for (; at < bytes.Length && at < LongestVersion && bytes[at] is >= (byte)'0' and <= (byte)'9'; at++) version = (version * 10) + bytes[at] - '0';
        var form = " " + Form + "\n";
        if (at == 0 || bytes.Length < at + form.Length || Encoding.ASCII.GetString(bytes, at, form.Length) != form)
        {
            throw Refusal($"it does not begin with the line '{Version.ToString(CultureInfo.InvariantCulture)} {Form}'");
        }

        return version == Version
            ? at + form.Length
            : throw Refusal(FormattableString.Invariant($"it has format version {version}, and this library reads version {Version}"));
    }

    private static ulong Checksum(byte[] bytes, int start)
    {
        var hash = StableHash.Seed ^ (ulong)(bytes.Length - start);
        ulong word = 0;
        for (var i = start; i < bytes.Length; i++)
        {
            word = (word << 8) | bytes[i];
            if (((i - start) & 7) == 7) hash = StableHash.Add(hash, word);
        }

        return StableHash.Finish(StableHash.Add(hash, word));
    }
}
