namespace AstRegistry.Tool.Tests.Commands;

/// <summary>What a build sees: lines in MSBuild's form, and a file that says how it ends.</summary>
public class BuildCommandTests
{
    private const string Source = "namespace Shop; public class Cart { public int Total(int count) { var sum = 0; while (sum < count) sum += 2; return sum; } public int One() => 1; }";

    [Fact]
    public async Task Drift_names_the_file_the_difference_and_the_command_that_repairs_it()
    {
        using var shop = new Sandbox(Source);
        Assert.Equal(ExitCode.Fine, await BuildAsync(shop, "update"));
        Assert.Contains("AstRegistry.lock was brought in step: 3 added.", shop.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Fine, await BuildAsync(shop, "check"));
        Assert.False(File.Exists(Result(shop)));

        shop.Write("Shop.cs", Source.Replace("Total", "Sum", StringComparison.Ordinal));
        Assert.Equal(ExitCode.Findings, await BuildAsync(shop, "check"));
        Assert.Equal(
            $"ASTR6001|{shop.LockPath}|The lock file is not in step with the sources: 1 renamed: renamed method Shop.Cart.Total(int) -> Shop.Cart.Sum(int). "
            + $"To bring it in step: 'dotnet build -p:AstRegistryLock=update', or 'astregistry lock --update {shop.Project.ProjectPath}'. Commit the file.",
            await File.ReadAllTextAsync(Result(shop), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Faults_of_the_lock_have_a_place()
    {
        using var shop = new Sandbox(Source);
        shop.Lock = "0123456789abcdef type A\n0123456789abcdef type B\n";

        Assert.Equal(ExitCode.Findings, await BuildAsync(shop, "check"));
        Assert.StartsWith($"{shop.LockPath}(2,1): error ASTR6002: Id 0123456789abcdef names something else on line 1.", shop.Output, StringComparison.Ordinal);
        Assert.StartsWith("ASTR6002|", await File.ReadAllTextAsync(Result(shop), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_declaration_whose_id_is_retired_is_named_at_the_tombstone()
    {
        using var shop = new Sandbox(Source);
        await BuildAsync(shop, "update");
        shop.Write("Shop.cs", Source.Replace("public int One() => 1;", "", StringComparison.Ordinal));
        await BuildAsync(shop, "update");
        shop.Write("Shop.cs", Source);

        Assert.Equal(ExitCode.Findings, await BuildAsync(shop, "check"));
        Assert.Matches(@"AstRegistry\.lock\(\d,1\): error ASTR6003: The id of method Shop\.Cart\.One\(\) is retired, and the declaration is back\.", shop.Output);
    }

    [Fact]
    public async Task A_likely_rename_is_a_warning_that_tells_how_to_confirm_it()
    {
        using var shop = new Sandbox(Source);
        await BuildAsync(shop, "update");
        shop.Write("Shop.cs", Source.Replace("One() => 1", "One(int a) => 1 + a", StringComparison.Ordinal));

        Assert.Equal(ExitCode.Fine, await BuildAsync(shop, "update"));
        Assert.Contains($"{shop.LockPath}: warning ASTR6005: method Shop.Cart.One() -> Shop.Cart.One(int) looks like a rename", shop.Output, StringComparison.Ordinal);
        Assert.Contains("--accept \"Shop.Cart.One()=Shop.Cart.One(int)\"", shop.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_renames_cannot_be_told_is_a_warning()
    {
        using var shop = new Sandbox(Source);
        await BuildAsync(shop, "update");
        File.Delete(shop.Project.SnapshotPath);
        shop.Write("Shop.cs", Source.Replace("Total", "Sum", StringComparison.Ordinal));

        Assert.Equal(ExitCode.Fine, await BuildAsync(shop, "update"));
        Assert.Contains($"{shop.LockPath}: warning ASTR6005: Renames cannot be told: there is neither a snapshot of a build nor a git repository.", shop.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_compiler_will_refuse_is_left_to_it()
    {
        using var shop = new Sandbox(Source + "}");
        Assert.Equal(ExitCode.Fine, await BuildAsync(shop, "update"));
        Assert.False(File.Exists(shop.LockPath));
        Assert.DoesNotContain("error", shop.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Observing_says_nothing_at_all()
    {
        using var shop = new Sandbox(Source);
        await BuildAsync(shop, "update");
        shop.Lock += "no record\n";
        var before = shop.Output;

        Assert.Equal(ExitCode.Fine, await BuildAsync(shop, "observe"));
        Assert.Equal(before, shop.Output);
    }

    [Fact]
    public async Task A_description_of_another_version_and_a_missing_compiler_are_failures_that_the_build_reports()
    {
        using var shop = new Sandbox(Source);
        var old = shop.Write("old.txt", "version=0\nproject=Shop.csproj\n");
        Assert.Equal(ExitCode.Environment, await shop.CommandAsync("build", "check", "--compiler", Sandbox.CompilerFolder, "--result", Result(shop), old));
        Assert.Contains("Use the same version of the tool and of the package", await File.ReadAllTextAsync(Result(shop), TestContext.Current.CancellationToken), StringComparison.Ordinal);

        Assert.Equal(ExitCode.Environment, await shop.CommandAsync("build", "check", "--compiler", shop.Folder, "--result", Result(shop), Describe(shop)));
        Assert.Contains("ASTR6004||There is no compiler in", await File.ReadAllTextAsync(Result(shop), TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static Task<int> BuildAsync(Sandbox shop, string mode)
    {
        File.Delete(Result(shop));
        return shop.CommandAsync("build", mode, "--compiler", Sandbox.CompilerFolder, "--result", Result(shop), Describe(shop));
    }

    private static string Result(Sandbox shop) => shop.PathOf("result.txt");

    private static string Describe(Sandbox shop) => shop.Write("description.txt", $"""
        version=1
        project={shop.Project.ProjectPath}
        assembly=Shop
        lock={shop.LockPath}
        snapshot={shop.Project.SnapshotPath}
        framework=net8.0
        language=14.0
        symbol=DEBUG
        source={shop.PathOf("Shop.cs")}

        """);
}
