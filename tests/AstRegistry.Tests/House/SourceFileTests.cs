namespace AstRegistry.Tests.House;

/// <summary>What holds of every text file in the repository.</summary>
public class SourceFileTests
{
    private const int LongestFile = 400;

    private static readonly string[] TextExtensions = [".cs", ".csproj", ".props", ".targets", ".sln", ".md", ".txt", ".sql", ".html"];
    private static readonly string[] OutputFolders = ["bin", "obj", "artifacts", "TestResults", ".git", ".vs"];

    // Catalogues, one entry after another, and sources that are input: nothing to take apart.
    private static readonly string[] Catalogues = ["SyntaxNodeKind.cs", "/PrimerSources/", "/Cases/"];

    [Fact]
    public void Lines_end_in_LF_everywhere() => Assert.Empty(
        TextFiles().Where(static file => File.ReadAllText(file).Contains('\r', StringComparison.Ordinal)).Select(Relative));

    [Fact]
    public void No_source_file_holds_more_than_one_concept_can_fill()
    {
        var tooLong = TextFiles()
            .Where(static file => file.EndsWith(".cs", StringComparison.Ordinal) && !Array.Exists(Catalogues, part => file.Replace('\\', '/').Contains(part, StringComparison.Ordinal)))
            .Where(static file => File.ReadLines(file).Take(LongestFile + 1).Count() > LongestFile);
        Assert.Empty(tooLong.Select(Relative));
    }

    [Fact]
    public void The_files_looked_at_are_those_of_the_repository() => Assert.True(TextFiles().Count() > 100);

    private static string Relative(string file) => Path.GetRelativePath(RepositoryRoot.Path, file);

    private static IEnumerable<string> TextFiles() => Walk(RepositoryRoot.Path).Where(static file => TextExtensions.Contains(Path.GetExtension(file)));

    private static IEnumerable<string> Walk(string folder) => Directory.EnumerateFiles(folder).Concat(
        Directory.EnumerateDirectories(folder).Where(static inner => !OutputFolders.Contains(Path.GetFileName(inner))).SelectMany(Walk));
}
