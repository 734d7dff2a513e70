using AstRegistry.Benchmarks.CodeBases;
using AstRegistry.Benchmarks.Harness;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AstRegistry.Benchmarks.Generators;

/// <summary>A driver that has seen a code base, and edits to run it on.</summary>
internal sealed class Edits
{
    private readonly CSharpCompilation _compilation;
    private readonly SyntaxTree _tree;
    private readonly Func<SyntaxTree, int, SyntaxTree> _edit;
    private GeneratorDriver _driver;
    private int _edits;

    public Edits(CodeBase code, GeneratorDriver driver, Func<SyntaxTree, int, SyntaxTree> edit)
    {
        _compilation = code.Compile();
        _tree = code.Trees.Skip(code.Trees.Count / 2).First(HasBody);
        _edit = edit;
        _driver = driver.RunGenerators(_compilation);
    }

    /// <summary>The bytes that the last run allocated.</summary>
    public long Allocated { get; private set; }

    public GeneratorRunResult LastResult => _driver.GetRunResult().Results[0];

    /// <summary>A compilation with the next edit, which nobody has looked into yet.</summary>
    public (CSharpCompilation Compilation, SyntaxTree Tree) Next()
    {
        var edited = _edit(_tree, ++_edits);
        return (_compilation.ReplaceSyntaxTree(_tree, edited), edited);
    }

    private static bool HasBody(SyntaxTree tree) =>
        tree.GetRoot().DescendantNodes().Any(static node => node is BlockSyntax { Parent: BaseMethodDeclarationSyntax });

    /// <summary>Edits, and gives the nanoseconds that the driver takes to follow and to update the compilation.</summary>
    public double Run()
    {
        var (compilation, _) = Next();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var time = Clock.Time(() => _driver = _driver.RunGeneratorsAndUpdateCompilation(compilation, out _, out _));
        Allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        return time;
    }
}
