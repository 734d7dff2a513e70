using System.Text;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace AstRegistry.FieldStudy.Sources;

/// <summary>
/// The sources of a project as its own build would compile them: files, symbols and options come from evaluating its project file, the
/// references are those of the framework that this program runs on, so no package is restored.
/// </summary>
internal sealed class SourceProject
{
    private readonly Dictionary<string, string> _properties;
    private readonly CSharpParseOptions _parseOptions;

    private SourceProject(string path, Dictionary<string, string> properties, List<string> files, List<string> usings)
    {
        ProjectFile = path;
        _properties = properties;
        Files = files;
        Usings = usings;
        if (!LanguageVersionFacts.TryParse(this["LangVersion"], out var version)) version = LanguageVersion.Preview;
        _parseOptions = CSharpParseOptions.Default.WithLanguageVersion(version is LanguageVersion.Latest or LanguageVersion.Default ? LanguageVersion.Preview : version)
            .WithPreprocessorSymbols(this["DefineConstants"].Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    public string ProjectFile { get; }

    public string Name => Path.GetFileNameWithoutExtension(ProjectFile);

    public string Directory => Path.GetDirectoryName(ProjectFile)!;

    public List<string> Files { get; }

    /// <summary>The namespaces of the project's global usings, static ones and aliases as they stand behind <c>global using</c>.</summary>
    public List<string> Usings { get; }

    public CSharpParseOptions ParseOptions => _parseOptions;

    /// <summary>A property of the project, empty where it is not set.</summary>
    public string this[string property] => _properties.GetValueOrDefault(property, "");

    /// <summary>Evaluates a project for one target framework.</summary>
    public static SourceProject Load(string projectFile, string framework)
    {
        projectFile = Path.GetFullPath(projectFile);
        string[] properties = ["DefineConstants", "LangVersion", "Nullable", "CheckForOverflowUnderflow", "RootNamespace", "AssemblyName", "NoWarn", "GenerateDocumentationFile"];
        var (output, exitCode) = CommandLine.Dotnet(
            Path.GetDirectoryName(projectFile)!,
            ["msbuild", projectFile, "-nologo", "-p:Configuration=Release", "-p:TargetFramework=" + framework, "-t:AddImplicitDefineConstants",
                "-getItem:Compile", "-getItem:Using", .. properties.Select(property => "-getProperty:" + property)]);
        if (exitCode != 0) throw new InvalidOperationException($"{projectFile} cannot be evaluated:\n{output}");
        using var json = JsonDocument.Parse(output);
        var items = json.RootElement.GetProperty("Items");
        return new SourceProject(
            projectFile,
            json.RootElement.GetProperty("Properties").EnumerateObject().ToDictionary(p => p.Name, p => p.Value.GetString() ?? ""),
            [.. items.GetProperty("Compile").EnumerateArray().Select(i => i.GetProperty("FullPath").GetString()!).Distinct().Order(StringComparer.Ordinal)],
            [.. items.GetProperty("Using").EnumerateArray().Select(UsingOf).Distinct()]);
    }

    /// <summary>Parses the files, global usings last.</summary>
    public List<SyntaxTree> Parse()
    {
        var trees = Files.ConvertAll(file => CSharpSyntaxTree.ParseText(SourceText.From(File.ReadAllText(file), Encoding.UTF8), _parseOptions, file));
        if (Usings.Count > 0) trees.Add(CSharpSyntaxTree.ParseText(
            SourceText.From(string.Concat(Usings.Select(u => $"global using {u};\n")), Encoding.UTF8), _parseOptions, Path.Combine(Directory, "obj", Name + ".GlobalUsings.g.cs")));
        return trees;
    }

    /// <summary>A library of the given trees, with the run-time library among its references.</summary>
    public CSharpCompilation Compile(IEnumerable<SyntaxTree> trees, bool concurrent = true) => CSharpCompilation.Create(
        this["AssemblyName"],
        trees,
        FrameworkReferences.All.Append(MetadataReference.CreateFromFile(typeof(CodeRegistry).Assembly.Location)).Append(MetadataReference.CreateFromFile(typeof(NodeId).Assembly.Location)),
        new CSharpCompilationOptions(
            OutputKind.DynamicallyLinkedLibrary,
            optimizationLevel: OptimizationLevel.Release,
            checkOverflow: IsTrue("CheckForOverflowUnderflow"),
            allowUnsafe: true,
            deterministic: true,
            concurrentBuild: concurrent,
            nullableContextOptions: this["Nullable"] == "enable" ? NullableContextOptions.Enable : NullableContextOptions.Disable));

    public bool IsTrue(string property) => string.Equals(this[property], "true", StringComparison.OrdinalIgnoreCase);

    private static string UsingOf(JsonElement item)
    {
        var name = item.GetProperty("Identity").GetString()!;
        if (item.TryGetProperty("Static", out var isStatic) && isStatic.GetString() == "true") return "static " + name;
        return item.TryGetProperty("Alias", out var alias) && alias.GetString() is { Length: > 0 } text ? $"{text} = {name}" : name;
    }
}
