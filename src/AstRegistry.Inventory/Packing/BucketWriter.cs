namespace AstRegistry.Packing;

/// <summary>
/// Puts the packed files of one bucket together. Bytes are only copied, so an edit of one file costs packing that file and this.
/// </summary>
internal static class BucketWriter
{
    private const int LongestNumber = 5;

    /// <summary>
    /// The text of a bucket: detail packed and detail held, number of files, the lengths of their segments, all types, all members, all nodes.
    /// </summary>
    /// <param name="files">The files in the order to be read back in, all packed at the same detail.</param>
    /// <param name="detail">How much of each file to take; what lies beyond is left out.</param>
    public static string Write(IReadOnlyList<PackedFile> files, AstRegistryDetail detail)
    {
        var written = files.Count == 0 ? detail : files[0].Detail;
        if (detail > written) detail = written;
        var segments = SegmentsOf(detail);
        var size = (long)PackedBytes.HeaderLength + (3 * LongestNumber) + ((long)LongestNumber * segments.Length * files.Count);
        foreach (var file in files)
        {
            foreach (var segment in segments) size += segment(file).Length;
        }

        var bytes = new byte[size];
        var at = PackedBytes.Write(bytes, PackedBytes.HeaderLength, (uint)written);
        at = PackedBytes.Write(bytes, at, (uint)detail);
        at = PackedBytes.Write(bytes, at, (uint)files.Count);
        foreach (var file in files)
        {
            foreach (var segment in segments) at = PackedBytes.Write(bytes, at, (uint)segment(file).Length);
        }

        foreach (var segment in segments)
        {
            foreach (var file in files)
            {
                var part = segment(file);
                Buffer.BlockCopy(part, 0, bytes, at, part.Length);
                at += part.Length;
            }
        }

        Array.Resize(ref bytes, at);
        PackedBytes.Seal(bytes, PackedForm.Bucket);
        return PayloadText.Encode(bytes);
    }

    private static Func<PackedFile, byte[]>[] SegmentsOf(AstRegistryDetail detail) => detail switch
    {
        AstRegistryDetail.Types => [file => file.Types],
        AstRegistryDetail.Members => [file => file.Types, file => file.Members],
        _ => [file => file.Types, file => file.Members, file => file.Nodes],
    };
}
