using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AstRegistry.Benchmarks.CodeBases;

/// <summary>The parsed files of a project, and compilations over them.</summary>
internal sealed class CodeBase
{
    public const string Folder = "/src/Acme/";

    // What the SDK adds to projects that ask for it.
    private const string ImplicitUsings = """
        global using global::System;
        global using global::System.Collections.Generic;
        global using global::System.IO;
        global using global::System.Linq;
        global using global::System.Net.Http;
        global using global::System.Threading;
        global using global::System.Threading.Tasks;
        """;

    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary,
        optimizationLevel: OptimizationLevel.Release,
        allowUnsafe: true,
        nullableContextOptions: NullableContextOptions.Enable,
        deterministic: true);

    private CodeBase(string name, IReadOnlyList<SyntaxTree> trees)
    {
        Name = name;
        Trees = trees;
    }

    public string Name { get; }

    public IReadOnlyList<SyntaxTree> Trees { get; }

    /// <summary>The shared framework, and the library.</summary>
    public static IReadOnlyList<MetadataReference> References { get; } = FindReferences();

    public static CSharpParseOptions ParseOptions { get; } = new(LanguageVersion.Preview);

    /// <summary>A synthetic code base.</summary>
    public static CodeBase Synthetic(int files, int linesPerFile = 205)
    {
        var code = new SyntheticCode(linesPerFile: linesPerFile);
        var trees = new SyntaxTree[files];
        for (var i = 0; i < files; i++) trees[i] = Parse(code.TextOf(i), Folder + code.PathOf(i));
        return new($"synthetic, {files} files", trees);
    }

    /// <summary>The C# files below a folder, build output apart.</summary>
    public static CodeBase Read(string folder, IEnumerable<string> symbols)
    {
        var root = Path.GetFullPath(folder);
        var options = ParseOptions.WithPreprocessorSymbols(symbols);
        var trees = Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(root, path).Replace('\\', '/'))
            .Where(static path => !path.Split('/').Any(static part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal)
            .Select(path => CSharpSyntaxTree.ParseText(File.ReadAllText(Path.Combine(root, path)), options, Folder + path, Encoding.UTF8))
            .ToList();
        var code = new CodeBase(Path.GetFileName(root), trees);
        if (HasErrors(code)) trees.Add(Parse(ImplicitUsings, Folder + "ImplicitUsings.cs"));
        return code;
    }

    public static SyntaxTree Parse(string text, string path) =>
        CSharpSyntaxTree.ParseText(SourceText.From(text, Encoding.UTF8), ParseOptions, path);

    /// <summary>The first files of this code base as one of their own; trees are shared.</summary>
    public CodeBase Take(int files) => new($"synthetic, {files} files", [.. Trees.Take(files)]);

    /// <summary>A compilation of all files.</summary>
    public CSharpCompilation Compile(bool concurrent = true, params SyntaxTree[] more) =>
        CSharpCompilation.Create("Acme", [.. Trees, .. more], References, Options.WithConcurrentBuild(concurrent));

    /// <summary>Parses all files again.</summary>
    public void Parse()
    {
        foreach (var tree in Trees) CSharpSyntaxTree.ParseText(tree.GetText(), (CSharpParseOptions)tree.Options, tree.FilePath);
    }

    /// <summary>The same files without the nodes that earlier walks and bindings have left in the trees, as a compiler has them after parsing.</summary>
    public CodeBase Fresh() => new(Name, [.. Trees.Select(static tree => tree.WithFilePath("").WithFilePath(tree.FilePath))]);

    /// <summary>A tree with the text of another after an edit of the first body in it.</summary>
    public static SyntaxTree EditBody(SyntaxTree tree, int edit)
    {
        var body = tree.GetRoot().DescendantNodes().OfType<BlockSyntax>().First(static block => block.Parent is BaseMethodDeclarationSyntax);
        return WithText(tree, tree.GetText().ToString().Insert(body.OpenBraceToken.Span.End, $" var edit = {edit};"));
    }

    /// <summary>A tree with a type more.</summary>
    public static SyntaxTree AddType(SyntaxTree tree, int edit) =>
        WithText(tree, tree.GetText() + $"\npublic sealed class Added{edit}\n{{\n    public int Value => {edit};\n}}\n");

    private static bool HasErrors(CodeBase code) => code.Compile().GetDiagnostics().Any(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    private static SyntaxTree WithText(SyntaxTree tree, string text) => tree.WithChangedText(SourceText.From(text, Encoding.UTF8));

    private static MetadataReference[] FindReferences()
    {
        var framework = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var assemblies = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetDirectoryName(path) == framework)
            .Append(typeof(CodeRegistry).Assembly.Location)
            .Append(typeof(NodeId).Assembly.Location);
        return [.. assemblies.Select(static path => MetadataReference.CreateFromFile(path))];
    }
}
