using Microsoft.CodeAnalysis;

namespace AstRegistry.Renames;

/// <summary>Reads the declarations of a project, target by target and file by file.</summary>
internal static class DeclarationReader
{
    /// <summary>Reads the sources of every target and merges what they declare.</summary>
    public static ProjectDeclarations Read(string project, IEnumerable<TargetSources> targets, CancellationToken cancellationToken)
    {
        var merge = new DeclarationMerge();
        foreach (var target in targets.OrderBy(static t => t.Target, StringComparer.Ordinal))
        {
            merge.BeginTarget(target.Target);
            foreach (var tree in Sorted(target.Trees)) merge.Add(FileDeclarations.Read(tree, cancellationToken));
        }

        return merge.ToProject(project);
    }

    /// <summary>The trees in an order that depends on nothing but their paths and texts.</summary>
    private static List<SyntaxTree> Sorted(IEnumerable<SyntaxTree> trees)
    {
        var sorted = trees.ToList();
        sorted.Sort(static (left, right) =>
        {
            var order = string.CompareOrdinal(left.FilePath, right.FilePath);
            return order != 0 || ReferenceEquals(left, right) ? order : string.CompareOrdinal(left.ToString(), right.ToString());
        });
        return sorted;
    }
}
