using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using AstRegistry.FieldStudy.Sources;

namespace AstRegistry.FieldStudy;

/// <summary>
/// Builds the sources of real projects with and without the package in fresh projects of their own, with every rule of the framework's
/// analyzers on, and reports each warning that the package brings.
/// </summary>
internal static partial class BuildCommand
{
    public static int Run(string[] args)
    {
        var arguments = new Arguments(args);
        var framework = arguments.Get("--framework", "net8.0");
        var work = Directory.CreateTempSubdirectory("astregistry-study-").FullName;
        try
        {
            var version = "0.0.1-study";
            var (output, exitCode) = CommandLine.Dotnet(RepositoryRoot(), "pack", "src/AstRegistry", "-c", "Release", "-v", "q", "-o", Path.Combine(work, "feed"), "-p:PackageVersion=" + version);
            if (exitCode != 0) throw new InvalidOperationException(output);
            var news = 0;
            foreach (var path in arguments.Plain)
            {
                var project = SourceProject.Load(path, framework);
                CopySources(project, Path.Combine(work, project.Name, "sources"));
                var without = Build(project, framework, Path.Combine(work, project.Name, "without"), null);
                var with = Build(project, framework, Path.Combine(work, project.Name, "with"), version);
                var added = with.Warnings.Except(without.Warnings).ToList();
                news += added.Count + (with.Succeeded && with.HasRegistry ? 0 : 1);
                Console.WriteLine($"{project.Name,-20} without: {Describe(without)}; with: {Describe(with)}{(with.HasRegistry ? ", registry in the assembly" : ", NO REGISTRY")}; {added.Count} new warnings");
                foreach (var warning in added.Concat(with.Errors).Take(10)) Console.WriteLine("    " + warning);
            }

            return news == 0 ? 0 : 1;
        }
        finally
        {
            Directory.Delete(work, true);
        }
    }

    private static string Describe(Result result) => $"{(result.Succeeded ? "built" : "FAILED")}, {result.Warnings.Count} warnings";

    private static Result Build(SourceProject project, string framework, string directory, string? packageVersion)
    {
        Directory.CreateDirectory(directory);
        var file = Path.Combine(directory, project.Name + ".csproj");
        FreshProject(project, framework, Path.GetDirectoryName(Path.GetDirectoryName(directory))!, packageVersion).Save(file);
        var (output, exitCode) = CommandLine.Dotnet(directory, "build", file, "-c", "Release", "-v", "m", "-nologo", "-clp:NoSummary", "-o", Path.Combine(directory, "out"));
        var assembly = Path.Combine(directory, "out", project["AssemblyName"] + ".dll");
        return new Result(exitCode == 0, Messages(output, "warning"), Messages(output, "error"), File.Exists(assembly) && HasRegistry(assembly));
    }

    /// <summary>Copies the files away from the repository, whose editor settings may make errors of what is not about the package.</summary>
    private static void CopySources(SourceProject project, string directory)
    {
        Directory.CreateDirectory(directory);
        File.WriteAllText(Path.Combine(directory, "GlobalUsings.cs"), string.Concat(project.Usings.Select(u => $"global using {u};\n")));
        foreach (var file in project.Files)
        {
            var target = Path.Combine(directory, Path.GetRelativePath(project.Directory, file).Replace("..", "outside", StringComparison.Ordinal));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }

    private static XDocument FreshProject(SourceProject project, string framework, string work, string? packageVersion) => new(
        new XElement("Project",
            new XAttribute("Sdk", "Microsoft.NET.Sdk"),
            new XElement("PropertyGroup",
                new XElement("TargetFramework", framework),
                new XElement("AssemblyName", project["AssemblyName"]),
                new XElement("RootNamespace", project["RootNamespace"]),
                new XElement("DefineConstants", project["DefineConstants"]),
                new XElement("LangVersion", project["LangVersion"]),
                new XElement("Nullable", project["Nullable"]),
                new XElement("NoWarn", project["NoWarn"]),
                new XElement("CheckForOverflowUnderflow", project["CheckForOverflowUnderflow"]),
                new XElement("GenerateDocumentationFile", true),
                new XElement("AllowUnsafeBlocks", true),
                new XElement("AnalysisLevel", "latest-all"),
                new XElement("EnableDefaultItems", false),
                new XElement("GenerateAssemblyInfo", false),
                new XElement("NuGetAudit", false),
                // A package of our own stays out of the user's folder; what is there already is used.
                new XElement("RestorePackagesPath", Path.Combine(work, "packages")),
                new XElement("RestoreFallbackFolders", Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages")),
                new XElement("RestoreAdditionalProjectSources", Path.Combine(work, "feed"))),
            new XElement("ItemGroup",
                new XElement("Compile", new XAttribute("Include", "../sources/**/*.cs"))),
            packageVersion is null ? null : new XElement("ItemGroup",
                new XElement("PackageReference", new XAttribute("Include", "AstRegistry"), new XAttribute("Version", packageVersion)))));

    private static HashSet<string> Messages(string output, string severity) =>
        [.. MessageLine().Matches(output).Where(m => m.Groups["severity"].Value == severity).Select(m => $"{m.Groups["place"].Value}: {m.Groups["text"].Value}".Trim())];

    private static bool HasRegistry(string assembly)
    {
        using var reader = new PEReader(File.OpenRead(assembly));
        var metadata = reader.GetMetadataReader();
        return metadata.TypeDefinitions.Any(t => metadata.StringComparer.Equals(metadata.GetTypeDefinition(t).Name, "AppRegistry"));
    }

    private static string RepositoryRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "AstRegistry.sln"))) return folder.FullName;
        throw new InvalidOperationException("The study has to be run from the repository.");
    }

    [GeneratedRegex(@"^(?<place>.*?):? ?(?<severity>warning|error) (?<text>[A-Z]+\d+: .*?)( \[[^\]]*\])?\r?$", RegexOptions.Multiline)]
    private static partial Regex MessageLine();

    /// <summary>What a build said.</summary>
    private sealed record Result(bool Succeeded, HashSet<string> Warnings, HashSet<string> Errors, bool HasRegistry);
}
