namespace AstRegistry.Tests.House;

/// <summary>
/// The public surface of each project is a reviewed text file, <c>PublicAPI.txt</c> beside the project. To accept a change, rename the
/// <c>PublicAPI.received.txt</c> that the failing test leaves there.
/// </summary>
public class PublicApiTests
{
    private static readonly Type[] Doors =
    [
        typeof(NodeId),
        typeof(AstRegistry.Syntax.SyntaxInventory),
        typeof(AstRegistry.Generators.RegistryGenerator),
        typeof(CodeRegistry),
        typeof(SqliteHistory),
        typeof(PostgreSqlHistory),
        typeof(AstRegistryBuilder),
    ];

    public static TheoryData<string> Projects => [.. Doors.Select(static door => door.Assembly.GetName().Name!)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void The_public_surface_is_as_reviewed(string project)
    {
        var assembly = Doors.Single(door => door.Assembly.GetName().Name == project).Assembly.Location;
        var actual = PublicApi.Render(assembly);
        var folder = Path.Combine(RepositoryRoot.Path, "src", project);
        var reviewed = Path.Combine(folder, "PublicAPI.txt");
        var received = Path.Combine(folder, "PublicAPI.received.txt");
        string[] expected = File.Exists(reviewed) ? File.ReadAllLines(reviewed) : [];
        if (actual.SequenceEqual(expected))
        {
            File.Delete(received);
            return;
        }

        File.WriteAllText(received, string.Concat(actual.Select(static line => line + "\n")));
        var (before, after) = (Qualify(expected), Qualify(actual));
        var difference = before.Except(after).Select(static line => "- " + line).Concat(after.Except(before).Select(static line => "+ " + line));
        Assert.Fail($"The public surface of {project} changed; it was written to {Path.GetFileName(received)}:\n{string.Join('\n', difference)}");
    }

    // A program has no surface but its command line.
    [Fact]
    public void Every_source_project_has_a_reviewed_surface() => Assert.Equal(
        Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "src"), "*.csproj", SearchOption.AllDirectories)
            .Where(static path => !File.ReadAllText(path).Contains("<OutputType>Exe", StringComparison.Ordinal))
            .Select(Path.GetFileNameWithoutExtension).Order(),
        Projects.Select(static row => row.Data).Order());

    /// <summary>Puts before each member the type it stands below, so that a single line tells what changed.</summary>
    private static List<string> Qualify(IEnumerable<string> lines)
    {
        var type = "";
        var result = new List<string>();
        foreach (var line in lines)
        {
            if (!line.StartsWith(' ')) type = line;
            result.Add(line == type ? line : $"{type} | {line.Trim()}");
        }

        return result;
    }
}
