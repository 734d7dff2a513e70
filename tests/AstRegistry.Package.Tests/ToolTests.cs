namespace AstRegistry.Package.Tests;

/// <summary>The tool as a user installs it, with a real repository.</summary>
public class ToolTests(PackageFixture package)
{
    [Fact]
    public async Task Branches_merge_record_by_record_and_contradictions_are_left_to_people()
    {
        var ledger = package.NewProject("Ledger").Project().Program("Ledger.cs").WriteFile(".gitignore", "obj/\nbin/\nanalyzers.txt\n");
        (await ledger.RestoreAsync()).Succeeded();
        await GitAsync(ledger, "init", "-q");
        Assert.Equal(3, (await package.ToolAsync(package.NewProject().Project(references: "").Directory, "lock")).ExitCode);

        // Everything is shown first; done twice, it changes nothing.
        var plan = (await package.ToolAsync(ledger.Directory, "init", "--dry-run")).Succeeded().Output;
        Assert.Contains("AstRegistry.lock with ", plan, StringComparison.Ordinal);
        Assert.False(ledger.HasFile("AstRegistry.lock") || ledger.HasFile(".gitattributes"));
        (await package.ToolAsync(ledger.Directory, "init")).Succeeded();
        Assert.Equal("AstRegistry.lock merge=astregistry text eol=lf\n", ledger.ReadFile(".gitattributes"));
        Assert.Contains("keep ", (await package.ToolAsync(ledger.Directory, "init")).Succeeded().Output, StringComparison.Ordinal);
        Assert.Equal("AstRegistry.lock merge=astregistry text eol=lf\n", ledger.ReadFile(".gitattributes"));
        await GitAsync(ledger, "config", "merge.astregistry.driver", $"'{package.ToolPath}' merge %O %A %B %P --marker-size %L");
        await CommitAsync(ledger);

        // Two branches add neighbours, and one renames: git alone would see a conflict or lose the id.
        await GitAsync(ledger, "checkout", "-q", "-b", "side");
        await ChangeAsync(ledger, "int Balance(", "int Sum(", "Side.cs");
        await GitAsync(ledger, "checkout", "-q", "-");
        await ChangeAsync(ledger, "Balance", "Balance", "Main.cs");
        await GitAsync(ledger, "merge", "-q", "side");
        (await package.ToolAsync(ledger.Directory, "lock", "--check")).Succeeded();
        Assert.Contains("was=Ledger.Account.Balance(int[])\n", ledger.ReadFile("AstRegistry.lock"), StringComparison.Ordinal);
        Assert.Contains("renamed    method Ledger.Account.Balance(int[]) -> Ledger.Account.Sum(int[])", (await package.ToolAsync(ledger.Directory, "diff", "HEAD~1:AstRegistry.lock", "AstRegistry.lock")).Output, StringComparison.Ordinal);

        // Each side gives one id another meaning.
        await GitAsync(ledger, "checkout", "-q", "-b", "other");
        await ChangeAsync(ledger, "int Sum(", "int Total(");
        await GitAsync(ledger, "checkout", "-q", "-");
        await ChangeAsync(ledger, "int Sum(", "int Amount(");
        Assert.NotEqual(0, (await CommandLine.RunAsync(ledger.Directory, "git", [.. Identity, "merge", "-q", "other"])).ExitCode);
        var left = await package.ToolAsync(ledger.Directory, "lock", "--resolve");
        Assert.Equal(1, left.ExitCode);
        Assert.Contains("Ledger.Account.Amount(int[])", left.Output, StringComparison.Ordinal);
        Assert.Contains("Ledger.Account.Total(int[])", left.Output, StringComparison.Ordinal);
        Assert.Contains("<<<<<<<", ledger.ReadFile("AstRegistry.lock"), StringComparison.Ordinal);
    }

    private static readonly string[] Identity = ["-c", "user.name=Test", "-c", "user.email=test@example.invalid", "-c", "commit.gpgsign=false"];

    private async Task ChangeAsync(Consumer ledger, string from, string to, string? newFile = null)
    {
        ledger.WriteFile("Ledger.cs", ledger.ReadFile("Ledger.cs").Replace(from, to, StringComparison.Ordinal));
        if (newFile is not null) ledger.WriteFile(newFile, $"namespace Ledger {{ public class {Path.GetFileNameWithoutExtension(newFile)}; }}");
        (await package.ToolAsync(ledger.Directory, "lock", "--update")).Succeeded();
        await CommitAsync(ledger);
    }

    private static async Task CommitAsync(Consumer ledger)
    {
        await GitAsync(ledger, "add", "-A");
        await GitAsync(ledger, "commit", "-q", "-m", "change");
    }

    private static async Task GitAsync(Consumer ledger, params string[] arguments) =>
        (await CommandLine.RunAsync(ledger.Directory, "git", [.. Identity, .. arguments])).Succeeded();
}
