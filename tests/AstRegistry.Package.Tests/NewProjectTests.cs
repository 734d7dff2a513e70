namespace AstRegistry.Package.Tests;

/// <summary>What a newcomer does: add the package, build, read the registry.</summary>
public class NewProjectTests(PackageFixture package)
{
    [Fact]
    public async Task A_fresh_console_project_reads_its_own_registry()
    {
        var shop = package.NewProject().Project().Program("Shop.cs");

        var build = (await shop.BuildAsync()).Succeeded();
        Assert.Contains("0 Warning(s)", build.Output, StringComparison.Ordinal);

        var output = (await shop.RunAsync()).Succeeded().Output;
        ShopOutput.Check(output);
        Assert.Contains(" 3 Shop.cs\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_checkouts_give_the_same_bytes_and_tell_no_path()
    {
        var one = package.NewProjectIn("checkout/one", "Shop").Project().Program("Shop.cs");
        var two = package.NewProjectIn("checkout/another/place", "Shop").Project().Program("Shop.cs");
        (await one.BuildAsync("-c", "Release")).Succeeded();
        (await two.BuildAsync("-c", "Release")).Succeeded();

        Assert.Equal(one.GeneratedFiles.Select(Path.GetFileName), two.GeneratedFiles.Select(Path.GetFileName));
        Assert.True(one.GeneratedFiles.Length >= 3);
        foreach (var (first, second) in one.GeneratedFiles.Zip(two.GeneratedFiles))
        {
            var text = await File.ReadAllTextAsync(first, TestContext.Current.CancellationToken);
            Assert.Equal(text, await File.ReadAllTextAsync(second, TestContext.Current.CancellationToken));
            Assert.DoesNotContain("checkout", text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_program_compiled_ahead_of_time_does_the_same()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.Is64BitProcess, "The native linker is set up for 64-bit Linux only.");
        var shop = package.NewProject().Project("<InvariantGlobalization>true</InvariantGlobalization>", framework: "net9.0").Program("Shop.cs");

        var publish = (await shop.PublishAsync(
            "-r", "linux-x64", "-p:PublishAot=true", "-p:CppCompilerAndLinker=gcc", "-p:TrimmerSingleWarn=false", "-o", "published")).Succeeded();
        Assert.DoesNotContain("warning", publish.Output, StringComparison.OrdinalIgnoreCase);

        var run = (await CommandLine.RunAsync(shop.Directory, Path.Combine(shop.Directory, "published", "Shop"))).Succeeded();
        ShopOutput.Check(run.Output);
    }
}
