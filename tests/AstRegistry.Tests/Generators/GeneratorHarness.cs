using System.Collections.Immutable;
using System.Runtime.Loader;
using AstRegistry.Generators;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AstRegistry.Tests.Generators;

/// <summary>A project in memory with the generator on it. The one place that knows how a generator is driven.</summary>
internal sealed class GeneratorHarness
{
    public const string ProjectDirectory = "/repo/src/Shop/";

    private const string LockPath = ProjectDirectory + "AstRegistry.lock";

    private static readonly ImmutableArray<MetadataReference> Framework =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(static path => Path.GetFileName(path) is "System.Private.CoreLib.dll" or "System.Runtime.dll" or "System.Collections.dll"
                or "System.Linq.dll" or "netstandard.dll" or "System.Diagnostics.Tools.dll")
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    private static readonly ImmutableArray<MetadataReference> Library =
    [
        MetadataReference.CreateFromFile(typeof(CodeRegistry).Assembly.Location),
        MetadataReference.CreateFromFile(typeof(NodeId).Assembly.Location),
    ];

    private GeneratorDriver _driver;
    private MemoryText? _lock;

    public GeneratorHarness(
        IEnumerable<(string Path, string Text)> files,
        IReadOnlyDictionary<string, string>? properties = null,
        LanguageVersion languageVersion = LanguageVersion.Latest,
        bool referencesLibrary = true,
        string assemblyName = "Shop",
        IIncrementalGenerator? generator = null,
        IEnumerable<MetadataReference>? references = null,
        string? lockFile = null)
    {
        ParseOptions = new CSharpParseOptions(languageVersion);
        Compilation = CSharpCompilation.Create(
            assemblyName,
            files.Select(file => Parse(file.Path, file.Text)),
            [.. Framework, .. referencesLibrary ? Library : [], .. references ?? []],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Disable));
        _lock = lockFile is null ? null : new MemoryText(LockPath, lockFile);
        _driver = CSharpGeneratorDriver.Create(
            [(generator ?? new RegistryGenerator()).AsSourceGenerator()],
            additionalTexts: _lock is null ? [] : [_lock],
            parseOptions: ParseOptions,
            optionsProvider: new BuildOptions(Defaults(properties)),
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
    }

    public CSharpParseOptions ParseOptions { get; }

    public CSharpCompilation Compilation { get; private set; }

    /// <summary>Files <c>File0000.cs</c>, <c>File0001.cs</c> … with a class of two methods each, and a directory in a few.</summary>
    public static IEnumerable<(string Path, string Text)> ManyFiles(int count) => Enumerable.Range(0, count).Select(static i => (
        FormattableString.Invariant($"{ProjectDirectory}Part{i % 7}/File{i:D4}.cs"),
        FormattableString.Invariant($$"""
            namespace Shop.Part{{i % 7}};

            public class Class{{i:D4}}
            {
                public int First(int a)
                {
                    if (a > {{i}}) return a;
                    return First(a + 1);
                }

                public void Second() => First(2);
            }

            """)));

    /// <summary>Runs the generator over the compilation as it stands, and asserts what holds whatever the input: no exception, no diagnostic.</summary>
    public GeneratorRunResult Run()
    {
        _driver = _driver.RunGenerators(Compilation, TestContext.Current.CancellationToken);
        var result = Assert.Single(_driver.GetRunResult().Results);
        Assert.Null(result.Exception);
        Assert.Empty(result.Diagnostics);
        return result;
    }

    /// <summary>Replaces a text that occurs once in a file.</summary>
    public void Edit(string path, string oldText, string newText)
    {
        var tree = Compilation.SyntaxTrees.Single(tree => tree.FilePath == ProjectDirectory + path);
        var text = tree.ToString();
        Assert.Equal(2, text.Split(oldText).Length);
        Compilation = Compilation.ReplaceSyntaxTree(tree, Parse(tree.FilePath, text.Replace(oldText, newText, StringComparison.Ordinal)));
    }

    /// <summary>Writes the lock file, or takes it away.</summary>
    public void WriteLock(string? text)
    {
        if (_lock is not null) _driver = _driver.RemoveAdditionalTexts([_lock]);
        _lock = text is null ? null : new MemoryText(LockPath, text);
        if (_lock is not null) _driver = _driver.AddAdditionalTexts([_lock]);
    }

    public void Add(string path, string text) => Compilation = Compilation.AddSyntaxTrees(Parse(ProjectDirectory + path, text));

    public void Remove(string path) =>
        Compilation = Compilation.RemoveSyntaxTrees(Compilation.SyntaxTrees.Single(tree => tree.FilePath == ProjectDirectory + path));

    /// <summary>The compilation with what the generator wrote.</summary>
    public CSharpCompilation Output()
    {
        Run();
        _driver.RunGeneratorsAndUpdateCompilation(Compilation, out var output, out _, TestContext.Current.CancellationToken);
        return (CSharpCompilation)output;
    }

    /// <summary>Compiles everything; no warning that generated code brings is let through.</summary>
    public byte[] Emit()
    {
        using var image = new MemoryStream();
        var emitted = Output().Emit(image, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        Assert.DoesNotContain(emitted.Diagnostics, static diagnostic =>
            diagnostic.Severity >= DiagnosticSeverity.Warning && diagnostic.Location.SourceTree?.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) == true);
        return image.ToArray();
    }

    /// <summary>Compiles everything, loads it, and opens the registry in it.</summary>
    public CodeRegistry Open(string className = "Shop.AppRegistry")
    {
        var assembly = new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(new MemoryStream(Emit()));
        var type = assembly.GetType(className, throwOnError: true)!;
        return (CodeRegistry)type.GetProperty("Instance")!.GetValue(null)!;
    }

    private static Dictionary<string, string> Defaults(IReadOnlyDictionary<string, string>? properties)
    {
        var all = new Dictionary<string, string>
        {
            ["EnableAstRegistry"] = "true",
            ["RootNamespace"] = "Shop",
            ["ProjectDir"] = ProjectDirectory,
        };
        foreach (var (name, value) in properties ?? new Dictionary<string, string>()) all[name] = value;
        return all;
    }

    private SyntaxTree Parse(string path, string text) =>
        CSharpSyntaxTree.ParseText(text, ParseOptions, path, cancellationToken: TestContext.Current.CancellationToken);
}
