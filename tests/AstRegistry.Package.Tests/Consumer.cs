using System.Reflection;
using System.Text;

namespace AstRegistry.Package.Tests;

/// <summary>A project that uses the package: its files, and what is done with it.</summary>
internal sealed class Consumer(string directory, string name, string packageVersion)
{
    private const string AnalyzerList = "analyzers.txt";

    public string Directory => directory;

    /// <summary>A reference to the package, as a line of a project file.</summary>
    public string PackageReference => $"""<PackageReference Include="AstRegistry" Version="{packageVersion}" />""";

    /// <summary>The names of the files the generator left, in order.</summary>
    public string[] GeneratedFiles => System.IO.Directory.Exists(Path.Combine(directory, "obj"))
        ? [.. System.IO.Directory.EnumerateFiles(Path.Combine(directory, "obj"), "AppRegistry*.cs", SearchOption.AllDirectories).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>The assemblies the compiler was given as analyzers.</summary>
    public string[] Analyzers => File.ReadAllLines(Path.Combine(directory, AnalyzerList));

    /// <summary>Writes the project file: a console program with the package, unless told otherwise.</summary>
    public Consumer Project(string properties = "", string? references = null, string framework = "net10.0", string outputType = "Exe")
    {
        // The build server would keep the generator of an earlier package loaded, and outlive the test.
        return WriteFile(name + ".csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>{outputType}</OutputType>
                {(framework.Length > 0 ? $"<TargetFramework>{framework}</TargetFramework>" : "")}
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <UseSharedCompilation>false</UseSharedCompilation>
                <EmitCompilerGeneratedFiles>true</EmitCompilerGeneratedFiles>
                <NuGetAudit>false</NuGetAudit>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                {references ?? PackageReference}
              </ItemGroup>
              <Target Name="ListAnalyzers" AfterTargets="CoreCompile">
                <WriteLinesToFile File="{AnalyzerList}" Lines="@(Analyzer)" Overwrite="true" />
              </Target>
            </Project>
            """);
    }

    /// <summary>Writes a file.</summary>
    public Consumer WriteFile(string path, string text)
    {
        var target = Path.Combine(directory, path);
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.WriteAllText(target, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        return this;
    }

    /// <summary>The text of a file.</summary>
    public string ReadFile(string path) => File.ReadAllText(Path.Combine(directory, path));

    /// <summary>Whether there is a file.</summary>
    public bool HasFile(string path) => File.Exists(Path.Combine(directory, path));

    /// <summary>Writes a program that stands beside these tests.</summary>
    public Consumer Program(string resource)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!);
        return WriteFile(resource, reader.ReadToEnd());
    }

    public Task<CommandResult> RestoreAsync() => CommandLine.RunAsync(directory, "dotnet", "restore", "-nologo");

    public Task<CommandResult> BuildAsync(params string[] arguments) => CommandLine.RunAsync(directory, "dotnet", ["build", "-nologo", .. arguments]);

    public Task<CommandResult> RunAsync() => CommandLine.RunAsync(directory, "dotnet", "run", "--no-build");

    public Task<CommandResult> PublishAsync(params string[] arguments) => CommandLine.RunAsync(directory, "dotnet", ["publish", "-nologo", .. arguments]);
}
