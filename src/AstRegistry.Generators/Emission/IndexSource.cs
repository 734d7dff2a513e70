using System.Collections.Immutable;
using AstRegistry.Generators.Names;
using AstRegistry.Packing;
using Microsoft.CodeAnalysis.Text;

namespace AstRegistry.Generators.Emission;

/// <summary>Writes <c>AppRegistry.Index.g.cs</c>: the index from the ids of types and members to buckets.</summary>
internal static class IndexSource
{
    /// <summary>Writes the source.</summary>
    public static SourceText Write(ImmutableArray<FileNames> files, RegistryFrame frame, EquatableArray<IdOverride> overrides) =>
        DataSource.Write(frame, "public override string Index", IdIndexWriter.Write(frame.Detail is { } detail ? Ids(files, detail, IdOverrides.Of(overrides)) : []));

    private static (ulong Id, int Bucket)[] Ids(ImmutableArray<FileNames> files, AstRegistryDetail detail, IdOverrides overrides)
    {
        var withMembers = detail >= AstRegistryDetail.Members;
        var count = 0;
        foreach (var file in files) count += file.Types.Count + (withMembers ? file.Members.Count : 0);

        var ids = new (ulong, int)[count];
        var next = 0;
        foreach (var file in files)
        {
            foreach (var type in file.Types.AsSpan()) ids[next++] = (overrides.IdOf(type.Hash), file.Bucket);
            if (!withMembers) continue;
            foreach (var member in file.Members.AsSpan()) ids[next++] = (overrides.IdOf(member), file.Bucket);
        }

        return ids;
    }
}
