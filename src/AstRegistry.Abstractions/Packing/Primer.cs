namespace AstRegistry.Packing;

/// <summary>
/// The model that every file starts from, so that a small file is packed as well as a large one: what is learned from some ordinary C#,
/// written for this purpose, that stands here in packed form. It is decoded once, when the first file is coded.
/// </summary>
/// <remarks>
/// The sources are <c>tests/AstRegistry.Tests/Packing/PrimerSources</c>. <c>PrimerTests</c> packs them with an empty model and compares;
/// where they differ it leaves <c>Primer.Texts.received.cs</c> beside the test assembly, which takes the place of <c>Primer.Texts.cs</c>.
/// Another primer is another format: once a version is released, it comes with the next <see cref="PackedFormat.Version"/>.
/// </remarks>
internal static partial class Primer
{
    private static readonly Lazy<PackingModel> StatementModel = new(() => Learn(Statements));
    private static readonly Lazy<PackingModel> NodeModel = new(() => Learn(Nodes));

    /// <summary>The model for files of a detail. It is shared: nothing may change it.</summary>
    public static PackingModel ModelOf(AstRegistryDetail detail) => detail == AstRegistryDetail.Nodes ? NodeModel.Value : StatementModel.Value;

    private static PackingModel Learn(string text)
    {
        var files = BucketReader.Open(text);
        var reader = new FileTableReader();
        for (var i = 0; i < files.FileCount; i++) reader.Continue(files.Segments(i), files.Detail, files.Detail);
        return reader.Model;
    }
}
