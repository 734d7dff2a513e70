using AstRegistry.Generators.Files;

namespace AstRegistry.Generators.Buckets;

/// <summary>The files that share one generated source.</summary>
/// <param name="Index">The bucket's number.</param>
/// <param name="Files">Its files in the order of the compilation; they are put in order only when they are written.</param>
internal sealed record Bucket(int Index, EquatableArray<FileModel> Files);
