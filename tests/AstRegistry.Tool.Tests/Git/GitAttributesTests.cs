using AstRegistry.Tool.Git;

namespace AstRegistry.Tool.Tests.Git;

public class GitAttributesTests
{
    private const string Name = "AstRegistry.lock";
    private const string Line = "AstRegistry.lock merge=astregistry text eol=lf";

    [Theory]
    [InlineData(null, Line + "\n")]
    [InlineData("*.png binary", "*.png binary\n" + Line + "\n")]
    [InlineData("*.png binary\r\n", "*.png binary\r\n" + Line + "\r\n")]
    [InlineData("AstRegistry.lock -text\n", "AstRegistry.lock -text\n" + Line + "\n")]
    public void The_line_is_added_in_the_manner_of_the_file(string? before, string after)
    {
        using var folder = new Sandbox();
        if (before is not null) folder.Write(".gitattributes", before);
        var attributes = GitAttributes.Read(folder.Folder);

        Assert.False(attributes.HasDriver(Name));
        attributes.Append(GitAttributes.Line(Name));
        Assert.Equal(after, File.ReadAllText(folder.PathOf(".gitattributes")));
        Assert.True(GitAttributes.Read(folder.Folder).HasDriver(Name));
    }

    [Theory]
    [InlineData("src/*/AstRegistry.lock\tmerge=astregistry\r\n", true)]
    [InlineData("# AstRegistry.lock merge=astregistry\n", false)]
    [InlineData("AstRegistry.lock merge=union\n", false)]
    public void A_line_that_does_it_is_recognized(string text, bool expected)
    {
        using var folder = new Sandbox();
        folder.Write(".gitattributes", text);
        Assert.Equal(expected, GitAttributes.Read(folder.Folder).HasDriver(Name));
    }
}
