namespace AstRegistry.Tool.Tests.Commands;

/// <summary>The command line as a whole: help, and what is not understood.</summary>
public class CommandLineTests
{
    [Theory]
    [InlineData("--colour")]
    [InlineData("lock", "--colour")]
    [InlineData("lock", "--check", "--update")]
    [InlineData("lock", "--resolve", "--accept-proposals")]
    [InlineData("lock", "--update", "--accept", "a")]
    [InlineData("lock", "--format", "xml")]
    [InlineData("merge", "a", "b")]
    [InlineData("diff", "a")]
    [InlineData("init", "--force")]
    [InlineData("unknown")]
    [InlineData("lock", "no/such/project.csproj")]
    [InlineData("init", "no/such/folder")]
    public async Task What_is_not_understood_ends_with_2_and_a_message(params string[] arguments)
    {
        using var folder = new Sandbox();
        Assert.Equal(ExitCode.Usage, await folder.CommandAsync(arguments));
        Assert.Equal("", folder.Output);
        Assert.NotEqual("", folder.Error);
    }

    [Fact]
    public async Task Help_lists_the_commands_and_the_exit_codes_and_leaves_out_what_only_builds_call()
    {
        using var folder = new Sandbox();
        Assert.Equal(ExitCode.Fine, await folder.CommandAsync("--help"));
        foreach (var word in (string[])["lock", "init", "diff", "merge", "Exit codes: 0", "--version"]) Assert.Contains(word, folder.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("build ", folder.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_without_a_project_and_one_with_several_are_named()
    {
        using var folder = new Sandbox();
        Assert.Equal(ExitCode.Usage, await folder.CommandAsync("lock", folder.Folder));
        Assert.Contains("holds no project", folder.Error, StringComparison.Ordinal);
        folder.Write("A.csproj", "<Project />");
        folder.Write("B.csproj", "<Project />");
        Assert.Equal(ExitCode.Usage, await folder.CommandAsync("lock", folder.Folder));
        Assert.Contains("holds 2 projects", folder.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_that_does_not_evaluate_is_a_matter_of_the_environment()
    {
        using var folder = new Sandbox();
        Assert.Equal(ExitCode.Environment, await folder.CommandAsync("lock", folder.Write("Broken.csproj", "<Project><Import Project=\"gone.props\" /></Project>")));
        Assert.Contains("Broken.csproj' does not evaluate:", folder.Error, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Environment, await folder.CommandAsync("lock", folder.Write("Other.csproj", "<Project />")));
        Assert.Contains("does not use the package AstRegistry", folder.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Conflicts_are_settled_without_asking_the_project_and_what_is_left_is_told()
    {
        const string settled = "1000000000000001 type A\n2000000000000002 type B\n3000000000000003 type C\n";
        using var shop = new Sandbox();
        var project = shop.Write("Shop.csproj", "<<<<<<< a project in the middle of a merge");
        shop.Lock = "1000000000000001 type A\n<<<<<<< ours\n2000000000000002 type B\n=======\n3000000000000003 type C\n>>>>>>> theirs\n";
        Assert.Equal(ExitCode.Fine, await shop.CommandAsync("lock", "--resolve", project));
        Assert.Equal(settled, shop.Lock);

        shop.Lock = settled + "<<<<<<< ours\n4000000000000004 type X was=D\n=======\n4000000000000004 type Y was=D\n>>>>>>> theirs\n";
        Assert.Equal(ExitCode.Findings, await shop.CommandAsync("lock", "--resolve", project));
        Assert.Contains("  ours    4000000000000004 type X was=D", shop.Output, StringComparison.Ordinal);
        Assert.Contains("  theirs  4000000000000004 type Y was=D", shop.Output, StringComparison.Ordinal);
        Assert.Contains("<<<<<<<", shop.Lock, StringComparison.Ordinal);
    }
}
