using AstRegistry.Packing;

namespace AstRegistry.Code;

/// <summary>Where buckets come from: the packed literals of an assembly.</summary>
internal abstract class BucketSource
{
    /// <summary>The types and members of a bucket's files; empty when no file falls into it.</summary>
    public abstract IReadOnlyList<FileTable> ReadDeclarations(int bucket);

    /// <summary>The nodes of one file of a bucket.</summary>
    public abstract NodeTable ReadNodes(int bucket, int file);

    /// <summary>The next bucket that may hold the id, or -1. A cursor starts at 0.</summary>
    public abstract int NextCandidate(ulong id, ref int cursor);
}
