using AstRegistry.Generators.Buckets;
using AstRegistry.Generators.Files;
using AstRegistry.Packing;
using Microsoft.CodeAnalysis.Text;

namespace AstRegistry.Generators.Emission;

/// <summary>Writes <c>AppRegistry.Bucket017.g.cs</c>: the data of the files that share a bucket.</summary>
internal static class BucketSource
{
    // Inlined into the one method that calls them all, these would have the runtime load every literal at once.
    private const string NoInlining =
        "[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]\n";

    /// <summary>Writes the source of a bucket that is not empty.</summary>
    public static SourceText Write(Bucket bucket, RegistryFrame frame, AstRegistryDetail detail)
    {
        var files = bucket.Files.OrderBy(static file => file, FileOrder.Instance).Select(static file => file.Data).ToList();
        return DataSource.Write(frame, $"{NoInlining}private static string {OwnSources.BucketName(bucket.Index)}()", BucketWriter.Write(files, detail));
    }
}
