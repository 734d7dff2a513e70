using System.Globalization;
using AstRegistry.Generators.Buckets;
using AstRegistry.Generators.Files;
using AstRegistry.Packing;
using Microsoft.CodeAnalysis.Text;

namespace AstRegistry.Generators.Emission;

/// <summary>Writes <c>AppRegistry.Bucket017.g.cs</c>: the data of the files that share a bucket, and the run-time types they declare.</summary>
internal static class BucketSource
{
    // Inlined into the one method that calls them all, these would have the runtime load every literal at once.
    private const string NoInlining =
        "[global::System.Runtime.CompilerServices.MethodImpl(global::System.Runtime.CompilerServices.MethodImplOptions.NoInlining)]\n";

    // Code that is obsolete itself may name types that are, even those whose use is an error; and the class around it is experimental.
    private const string MayNameObsolete = "[global::System.Obsolete]\n";

    /// <summary>Writes the source of a bucket that is not empty.</summary>
    public static SourceText Write(Bucket bucket, RegistryFrame frame, AstRegistryDetail detail)
    {
        var files = bucket.Files.OrderBy(static file => file, FileOrder.Instance).ToList();
        var data = BucketWriter.Write([.. files.Select(static file => file.Data)], detail);
        var header = $"{NoInlining}private static string {OwnSources.BucketName(bucket.Index)}()";
        return DataSource.Write(frame, header, data, code => WriteTypes(code, files, $"{frame.TypeName} {OwnSources.TypesName(bucket.Index)}"));
    }

    /// <summary>Writes the method that gives the run-time type of a row, the rows of the bucket's files counted through.</summary>
    private static void WriteTypes(CodeWriter code, List<FileModel> files, string signature)
    {
        code.Write("#pragma warning disable // What is to be said of a type is said where it is declared.");
        using (code.Open($"{MayNameObsolete}private static {signature}(int row)"))
        using (code.Open("switch (row)"))
        {
            var row = 0;
            foreach (var file in files)
            {
                foreach (var type in file.Names.Types.AsSpan())
                {
                    var name = type.IsAccessible ? TypeExpression.Of(type.Key) : "";
                    if (name.Length > 0) code.Write($"case {row.ToString(CultureInfo.InvariantCulture)}: return typeof({name});");
                    row++;
                }
            }

            code.Write("default: return null;");
        }
    }
}
