namespace AstRegistry.Package.Tests;

/// <summary>The lock file as builds look after it.</summary>
public class LockTests(PackageFixture package)
{
    private const string Update = "-p:AstRegistryLock=update";
    private const string Check = "-p:AstRegistryLock=check";

    [Fact]
    public async Task A_renamed_method_keeps_its_id_and_a_check_tells_what_repairs_the_lock()
    {
        var ledger = package.NewProject("Ledger").Project().Program("Ledger.cs");
        (await ledger.BuildAsync(Update)).Succeeded();
        var id = Id((await ledger.RunAsync()).Succeeded().Output, "Ledger.Account.Balance(int[])");
        Assert.Contains($"{id} method Ledger.Account.Balance(int[])\n", ledger.ReadFile("AstRegistry.lock"), StringComparison.Ordinal);
        (await ledger.BuildAsync(Check)).Succeeded();

        // A check that failed fails again, though nothing was touched in between.
        ledger.WriteFile("Ledger.cs", ledger.ReadFile("Ledger.cs").Replace("int Balance(", "int Sum(", StringComparison.Ordinal));
        var before = ledger.ReadFile("AstRegistry.lock");
        for (var i = 0; i < 2; i++)
        {
            var check = await ledger.BuildAsync(Check);
            Assert.NotEqual(0, check.ExitCode);
            Assert.Contains("AstRegistry.lock : error ASTR6001: The lock file is not in step with the sources: 1 renamed", check.Output, StringComparison.Ordinal);
            Assert.Contains("'dotnet build -p:AstRegistryLock=update'", check.Output, StringComparison.Ordinal);
            Assert.Contains("1 Error(s)", check.Output, StringComparison.Ordinal);
            Assert.Equal(before, ledger.ReadFile("AstRegistry.lock"));
        }

        (await ledger.BuildAsync(Update)).Succeeded();
        Assert.Contains($"{id} method Ledger.Account.Sum(int[]) was=Ledger.Account.Balance(int[])\n", ledger.ReadFile("AstRegistry.lock"), StringComparison.Ordinal);
        Assert.Equal(id, Id((await ledger.RunAsync()).Succeeded().Output, "Ledger.Account.Sum(int[])"));
        Assert.Contains("0 Warning(s)", (await ledger.BuildAsync(Check)).Succeeded().Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Builds_of_several_targets_at_once_share_one_lock()
    {
        var ledger = package.NewProject("Ledger").Project("<TargetFrameworks>net8.0;net10.0</TargetFrameworks>", framework: "").Program("Ledger.cs");
        var build = (await ledger.BuildAsync(Update, "-v:n")).Succeeded();
        Assert.Equal(2, build.Output.Split("was brought in step").Length);
        Assert.Contains("method Ledger.Account.NewerOnly() tfm=net10.0\n", ledger.ReadFile("AstRegistry.lock"), StringComparison.Ordinal);
        Assert.Contains("method Ledger.Account.Balance(int[])\n", ledger.ReadFile("AstRegistry.lock"), StringComparison.Ordinal);

        // Also when one target is built on its own.
        (await ledger.BuildAsync(Check, "-f", "net8.0")).Succeeded();
        ledger.WriteFile("More.cs", "#if NET10_0_OR_GREATER\nnamespace Ledger { public class More; }\n#endif\n");
        var check = await ledger.BuildAsync(Check, "-f", "net8.0");
        Assert.Contains("1 added: added type Ledger.More", check.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lock_that_cannot_be_trusted_fails_the_build_at_its_line_and_is_left_as_it_is()
    {
        var ledger = package.NewProject("Ledger").Project().Program("Ledger.cs").WriteFile("AstRegistry.lock", "<<<<<<< ours\n");
        var build = await ledger.BuildAsync(Update);
        Assert.NotEqual(0, build.ExitCode);
        Assert.Contains("AstRegistry.lock(1,1): error ASTR6002: '<<<<<<<' was left by a merge. Run 'astregistry lock --resolve'", build.Output, StringComparison.Ordinal);
        Assert.Equal("<<<<<<< ours\n", ledger.ReadFile("AstRegistry.lock"));

        var unknown = await ledger.BuildAsync("-p:AstRegistryLock=always");
        Assert.NotEqual(0, unknown.ExitCode);
        Assert.Contains("error ASTR6004: AstRegistryLock is 'always': off, check and update are known.", unknown.Output, StringComparison.Ordinal);
        (await ledger.WriteFile("AstRegistry.lock", "").BuildAsync("-p:AstRegistryLock=off")).Succeeded();
    }

    private static string Id(string output, string key) => output.Split('\n').Single(line => line.EndsWith(" " + key, StringComparison.Ordinal))[..16];
}
