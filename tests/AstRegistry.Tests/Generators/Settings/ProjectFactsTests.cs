using AstRegistry.Generators.Settings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AstRegistry.Tests.Generators.Settings;

public class ProjectFactsTests
{
    [Theory]
    [InlineData("/packages/astregistry/lib/AstRegistry.dll", true)]
    [InlineData(@"C:\packages\AstRegistry.dll", true)]
    [InlineData("AstRegistry.dll", true)]
    [InlineData("/packages/My.AstRegistry.dll", false)]
    [InlineData("/packages/AstRegistry.Abstractions.dll", false)]
    public void The_library_is_known_by_its_file_name(string path, bool expected) =>
        Assert.Equal(expected, IsLibrary(Reference(path)));

    [Fact]
    public void The_library_under_an_alias_cannot_be_named_by_generated_code()
    {
        Assert.False(IsLibrary(Reference("AstRegistry.dll").WithAliases(["other"])));
        Assert.True(IsLibrary(Reference("AstRegistry.dll").WithAliases(["global", "other"])));
    }

    [Fact]
    public void The_library_is_known_as_a_project_too() =>
        Assert.True(IsLibrary(CSharpCompilation.Create("AstRegistry").ToMetadataReference()));

    private static bool IsLibrary(MetadataReference reference) => ProjectFacts.IsLibrary(reference, TestContext.Current.CancellationToken);

    private static PortableExecutableReference Reference(string path) =>
        MetadataReference.CreateFromImage(File.ReadAllBytes(typeof(NodeId).Assembly.Location), filePath: path);
}
