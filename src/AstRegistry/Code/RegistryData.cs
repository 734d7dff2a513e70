using System.ComponentModel;
using AstRegistry.Packing;

namespace AstRegistry.Code;

/// <summary>
/// The packed data of one project, as the generator writes it into the assembly. Generated code derives from this class; nothing else should.
/// </summary>
/// <remarks>
/// Every text is a run of 15-bit characters that only <see cref="CodeRegistry"/> can read. Each bucket is a literal in a method of its
/// own, so that a bucket nobody asks for is never materialized.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public abstract class RegistryData
{
    /// <summary>The version of the packed form this library reads.</summary>
    public const int CurrentFormatVersion = PackedFormat.Version;

    /// <summary>How many buckets the files of a project are spread over.</summary>
    public const int BucketCount = PackedFormat.Buckets;

    /// <summary>The version of the packed form that the data was written in.</summary>
    public abstract int FormatVersion { get; }

    /// <summary>The assembly name of the project, which enters every id.</summary>
    public abstract string ProjectName { get; }

    /// <summary>The detail that was recorded.</summary>
    public abstract AstRegistryDetail Detail { get; }

    /// <summary>The detail that the project asked for; higher than <see cref="Detail"/> when the data would not have fitted the assembly.</summary>
    public abstract AstRegistryDetail RequestedDetail { get; }

    /// <summary>What the registry does not hold and why, a sentence each; empty when it is complete.</summary>
    public virtual IReadOnlyList<string> LeftOut => [];

    /// <summary>The packed inventory: the names that all buckets share.</summary>
    public abstract string Inventory { get; }

    /// <summary>The packed index from ids to buckets.</summary>
    public abstract string Index { get; }

    /// <summary>The packed ids that are not the plain hashes of their keys; empty when there are none, as without a lock file.</summary>
    public virtual string IdOverrides => "";

    /// <summary>The packed files of a bucket, or null when no file falls into it.</summary>
    /// <param name="bucket">From 0 to <see cref="BucketCount"/>, exclusive.</param>
    public abstract string? GetBucket(int bucket);

    /// <summary>
    /// The run-time type of a type row, or null where generated code cannot name it: private and protected nested types, file-local types.
    /// </summary>
    /// <param name="bucket">The bucket.</param>
    /// <param name="row">The position of the row among those of all files in the bucket.</param>
    public virtual Type? GetRuntimeType(int bucket, int row) => null;
}
