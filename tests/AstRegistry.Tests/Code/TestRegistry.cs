using AstRegistry.Code;
using AstRegistry.Packing;

namespace AstRegistry.Tests.Code;

/// <summary>Opens registries over rows made by hand.</summary>
internal static class TestRegistry
{
    public const string Project = "Shop";

    public static CodeRegistry Of(params FileTable[] files) => Of(AstRegistryDetail.Statements, files);

    public static CodeRegistry Of(AstRegistryDetail detail, params FileTable[] files) => Of(Project, detail, files);

    public static CodeRegistry Of(string project, AstRegistryDetail detail, params FileTable[] files) =>
        new(new Data(project, detail), new Memory(files));

    /// <summary>One file a bucket, so that what lies in several files lies in several buckets.</summary>
    private sealed class Memory(FileTable[] files) : BucketSource
    {
        public override IReadOnlyList<FileTable> ReadDeclarations(int bucket) => bucket < files.Length ? [files[bucket]] : [];

        public override NodeTable ReadNodes(int bucket, int file) => files[bucket].Nodes;

        public override int NextCandidate(ulong id, ref int cursor) => cursor < files.Length ? cursor++ : -1;
    }

    private sealed class Data(string project, AstRegistryDetail detail) : RegistryData
    {
        public override int FormatVersion => CurrentFormatVersion;
        public override string ProjectName => project;
        public override AstRegistryDetail Detail => detail;
        public override AstRegistryDetail RequestedDetail => detail;
        public override string Inventory => "";
        public override string Index => "";
        public override string? GetBucket(int bucket) => null;
    }
}
