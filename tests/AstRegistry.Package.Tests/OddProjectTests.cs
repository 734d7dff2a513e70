namespace AstRegistry.Package.Tests;

/// <summary>Projects that are not like others: the build never fails because of us.</summary>
public class OddProjectTests(PackageFixture package)
{
    [Fact]
    public async Task A_strict_project_builds_without_a_warning()
    {
        var strict = package.NewProject("Strict").Project(
            """
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            <AnalysisMode>All</AnalysisMode>
            <EnforceCodeStyleInBuild>true</EnforceCodeStyleInBuild>
            <GenerateDocumentationFile>true</GenerateDocumentationFile>
            <CheckForOverflowUnderflow>true</CheckForOverflowUnderflow>
            <AstRegistryVisibility>public</AstRegistryVisibility>
            <AstRegistryDetail>Nodes</AstRegistryDetail>
            """,
            outputType: "Library").Program("Strict.cs");

        Assert.Contains("0 Warning(s)", (await strict.BuildAsync()).Succeeded().Output, StringComparison.Ordinal);
        Assert.NotEmpty(strict.GeneratedFiles);
    }

    [Fact]
    public async Task Names_in_any_script_and_keywords_as_names_are_read()
    {
        var odd = package.NewProject("Odd").Project("<AstRegistryNamespace>店</AstRegistryNamespace>").Program("Odd.cs");
        (await odd.BuildAsync()).Succeeded();

        var output = (await odd.RunAsync()).Succeeded().Output;
        Assert.Contains("function class.Größe.event.int(int)\n", output, StringComparison.Ordinal);
        Assert.Contains("function class.Größe.event.LängeA.get\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_project_without_files_builds()
    {
        var empty = package.NewProject("Empty-1").Project(outputType: "Library");

        Assert.Contains("0 Warning(s)", (await empty.BuildAsync()).Succeeded().Output, StringComparison.Ordinal);
        Assert.NotEmpty(empty.GeneratedFiles);
    }

    [Fact]
    public async Task Half_typed_code_fails_for_its_own_reasons_only()
    {
        var half = package.NewProject().Project().WriteFile("Half.cs", "namespace Shop; class Cart { public void Add(Item item { if (item. } int");
        var build = await half.BuildAsync();

        Assert.NotEqual(0, build.ExitCode);
        Assert.Contains("error CS1026", build.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("CS8785", build.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("AppRegistry", build.Output, StringComparison.Ordinal);
    }
}
