using AstRegistry.Code;
using AstRegistry.Identity;
using AstRegistry.Packing;

namespace AstRegistry.Tests.Code;

/// <summary>Packs rows and opens the registry over them.</summary>
internal static class TestRegistry
{
    public const string Project = "Shop";

    public static CodeRegistry Of(params FileTable[] files) => Of(AstRegistryDetail.Statements, files);

    public static CodeRegistry Of(AstRegistryDetail detail, params FileTable[] files) => Of(Project, detail, files);

    public static CodeRegistry Of(string project, AstRegistryDetail detail, params FileTable[] files) =>
        CodeRegistry.Create(new TestRegistryData(project, detail, files));

    /// <summary>The hashed keys whose ids the index of a file leads by.</summary>
    public static IEnumerable<MemberHash> HashesOf(string project, FileTable file)
    {
        for (var i = 0; i < file.Types.Count; i++) yield return MemberHash.Of(project, KindTag.Type, CanonicalKey.OfType(file.Types, i));
        foreach (var row in file.Members.Where(static row => !row.IsNested))
        {
            var key = CanonicalKey.OfMember(CanonicalKey.OfType(file.Types, row.Type), row);
            yield return MemberHash.Of(project, KindTag.Of(row.Kind, row.IsPartialDefinition), key);
        }
    }
}

/// <summary>Rows packed as the generator packs them, one file a bucket until the buckets are used up.</summary>
internal sealed class TestRegistryData : RegistryData
{
    private readonly FileTable[] _files;
    private readonly string _index;

    public TestRegistryData(string project, AstRegistryDetail detail, FileTable[] files, params IdOverride[] overrides)
    {
        ProjectName = project;
        Detail = detail;
        _files = files;
        IdOverrides = IdOverridesWriter.Write(overrides);
        var ids = AstRegistry.Packing.IdOverrides.Read(IdOverrides);
        _index = IdIndexWriter.Write(files.SelectMany((file, i) => TestRegistry.HashesOf(project, file).Select(hash => (ids.IdOf(hash), i % BucketCount))));
    }

    /// <summary>Changes the text of a bucket.</summary>
    public Func<string, string> Damage { get; init; } = static text => text;

    /// <summary>Takes the place of the index.</summary>
    public string? FalseIndex { get; init; }

    public int Version { get; init; } = CurrentFormatVersion;

    public override int FormatVersion => Version;
    public override string ProjectName { get; }
    public override AstRegistryDetail Detail { get; }
    public override AstRegistryDetail RequestedDetail => AstRegistryDetail.Nodes;
    public override IReadOnlyList<string> LeftOut { get; } = ["Nodes were left out."];
    public override string Inventory => InventoryWriter.Write(_files
        .SelectMany(static file => file.Types.Select((_, i) => CanonicalKey.OfType(file.Types, i)))
        .Distinct(StringComparer.Ordinal).Select(static key => new InventoryEntry(key, InventoryEntry.OneBucket(0))));

    public override string IdOverrides { get; }

    public override string Index => FalseIndex ?? _index;

    public override string? GetBucket(int bucket)
    {
        var files = _files.Where((_, i) => i % BucketCount == bucket).Select(file => FileTableWriter.Write(file, Detail)).ToArray();
        return files.Length == 0 ? null : Damage(BucketWriter.Write(files, Detail));
    }
}
