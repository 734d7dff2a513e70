using System.Runtime.CompilerServices;
using AstRegistry.Renames;
using AstRegistry.Tool.Projects;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace AstRegistry.Tool.Locks;

/// <summary>
/// The syntax of a project. What stands in <c>#if DEBUG</c> counts whether or not the build defines it: the lock is the same in every
/// configuration, and a release build does not retire what a debug build added.
/// </summary>
internal sealed class ProjectSources
{
    private const string Debug = "DEBUG";
    private const string Release = "RELEASE";

    private ProjectSources(IReadOnlyList<TargetSources> views, IReadOnlyList<Diagnostic> errors)
    {
        Views = views;
        SyntaxErrors = errors;
    }

    /// <summary>Every target as a debug build sees it, and again as a release build does where that is something else.</summary>
    public IReadOnlyList<TargetSources> Views { get; }

    /// <summary>What the compiler would refuse to parse, a debug and a release build taken together.</summary>
    public IReadOnlyList<Diagnostic> SyntaxErrors { get; }

    /// <summary>Parses a project.</summary>
    /// <param name="project">The project.</param>
    /// <param name="texts">The text of each file to be parsed; the files of a target that have none are passed over.</param>
    /// <param name="cancellation">Ends the work.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static ProjectSources Parse(ProjectDescription project, IReadOnlyDictionary<string, SourceText> texts, CancellationToken cancellation)
    {
        var views = new List<TargetSources>();
        var errors = new List<Diagnostic>();
        foreach (var target in project.Targets)
        {
            var paths = target.Sources.Where(texts.ContainsKey).ToList();
            var debug = Parse(paths, texts, Options(target, Debug, Release), cancellation);
            var release = ParseAgain(debug, Options(target, Release, Debug), cancellation);
            views.Add(new(target.Framework, debug));
            if (release is not null) views.Add(new(target.Framework, release));
            errors.AddRange((target.Symbols.Contains(Debug) || release is null ? debug : release).SelectMany(Errors));
        }

        return new(views, errors);

        IEnumerable<Diagnostic> Errors(SyntaxTree tree) => tree.GetDiagnostics(cancellation).Where(static diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
    }

    /// <summary>The texts of a project's files, as they are on disk.</summary>
    /// <exception cref="ToolException">A file cannot be read.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static Dictionary<string, SourceText> ReadTexts(ProjectDescription project)
    {
        var texts = new Dictionary<string, SourceText>(StringComparer.Ordinal);
        foreach (var path in project.Targets.SelectMany(static target => target.Sources).Where(static path => !IsGenerated(path)))
        {
            if (texts.ContainsKey(path)) continue;
            try
            {
                using var stream = File.OpenRead(path);
                texts.Add(path, SourceText.From(stream));
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                throw new ToolException($"The source file '{path}' cannot be read: {exception.Message}", inner: exception);
            }
        }

        return texts;
    }

    /// <summary>Whether a file is named like one that the generator writes: it leaves these out where a project compiles them again.</summary>
    private static bool IsGenerated(string path)
    {
        var name = Path.GetFileName(path);
        return name.StartsWith("AppRegistry.", StringComparison.Ordinal) && name.EndsWith(".g.cs", StringComparison.Ordinal);
    }

    private static SyntaxTree[] Parse(List<string> paths, IReadOnlyDictionary<string, SourceText> texts, CSharpParseOptions options, CancellationToken cancellation)
    {
        var trees = new SyntaxTree[paths.Count];
        Parallel.For(0, trees.Length, new() { CancellationToken = cancellation }, i =>
            trees[i] = CSharpSyntaxTree.ParseText(texts[paths[i]], options, paths[i], cancellation));
        return trees;
    }

    /// <summary>The trees with other symbols; null where these make no difference.</summary>
    private static SyntaxTree[]? ParseAgain(SyntaxTree[] trees, CSharpParseOptions options, CancellationToken cancellation)
    {
        var result = new SyntaxTree[trees.Length];
        var isAny = 0;
        Parallel.For(0, trees.Length, new() { CancellationToken = cancellation }, i =>
        {
            var tree = trees[i];
            result[i] = tree;
            if (!tree.GetRoot(cancellation).ContainsDirectives) return;
            var text = tree.GetText(cancellation);
            var content = text.ToString();
            if (!content.Contains(Debug, StringComparison.Ordinal) && !content.Contains(Release, StringComparison.Ordinal)) return;
            result[i] = CSharpSyntaxTree.ParseText(text, options, tree.FilePath, cancellation);
            Interlocked.Exchange(ref isAny, 1);
        });
        return isAny == 1 ? result : null;
    }

    private static CSharpParseOptions Options(TargetDescription target, string with, string without) => new(
        LanguageVersionFacts.TryParse(target.LanguageVersion, out var version) ? version : LanguageVersion.Preview,
        DocumentationMode.None,
        SourceCodeKind.Regular,
        target.Symbols.Where(symbol => symbol != without).Append(with).Distinct());
}
