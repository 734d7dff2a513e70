namespace AstRegistry.Package.Tests;

/// <summary>A program and the two libraries behind it, which both have a class of one name.</summary>
public class SolutionTests(PackageFixture package)
{
    private const string Money = "namespace Common { internal class Money { } }";

    private static readonly string[] Expected =
    [
        "App!source!Program {0} Program True",
        "Billing!source!Billing.Invoice {0} Billing.Invoice True",
        "Billing!source!Common.Money {0} Common.Money True",
        "Contracts!source!Common.Money {0} Common.Money True",
        "Contracts!source!Contracts.Box`1 {0} Contracts.Box`1 True",
    ];

    [Fact]
    public async Task The_program_reaches_all_classes_compiled_ahead_of_time_or_not()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.Is64BitProcess, "The native linker is set up for 64-bit Linux only.");
        package.NewProjectIn("solution", "Contracts").Project(outputType: "Library", framework: "net9.0")
            .WriteFile("Contracts.cs", "namespace Contracts { public class Box<T> { } }" + Money);
        package.NewProjectIn("solution", "Billing").Project(references: References("Contracts"), outputType: "Library", framework: "net9.0")
            .WriteFile("Billing.cs", "namespace Billing { public class Invoice { public Contracts.Box<int> Box = new(); } }" + Money);
        var app = package.NewProjectIn("solution", "App").Program("Solution.cs")
            .Project("<InvariantGlobalization>true</InvariantGlobalization><RollForward>Major</RollForward>", References("Billing"), framework: "net9.0");

        (await app.BuildAsync()).Succeeded();
        Check((await app.RunAsync()).Succeeded().Output);

        var publish = (await app.PublishAsync(
            "-r", "linux-x64", "-p:PublishAot=true", "-p:CppCompilerAndLinker=gcc", "-p:TrimmerSingleWarn=false", "-o", "published")).Succeeded();
        Assert.DoesNotContain("warning", publish.Output, StringComparison.OrdinalIgnoreCase);
        Check((await CommandLine.RunAsync(app.Directory, Path.Combine(app.Directory, "published", "App"))).Succeeded().Output);
    }

    private string References(string project) =>
        $"""{package.NewProject().PackageReference}<ProjectReference Include="../{project}/{project}.csproj" />""";

    private static void Check(string output)
    {
        var lines = output.TrimEnd('\n').Split('\n');
        var ids = lines.Take(Expected.Length).Select(static line => line.Split(' ')[1]).ToArray();
        Assert.Equal(Expected.Zip(ids, static (line, id) => line.Replace("{0}", id, StringComparison.Ordinal)), lines.Take(Expected.Length));
        Assert.Equal(Expected.Length, ids.Distinct().Count());
        Assert.Equal(["Billing!source!Billing.Invoice", "Contracts!source!Contracts.Box`1", "False"], lines.Skip(Expected.Length));
    }
}
