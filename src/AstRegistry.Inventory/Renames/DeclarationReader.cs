using AstRegistry.Identity;
using AstRegistry.Locking;
using AstRegistry.Packing;
using AstRegistry.Syntax;
using Microsoft.CodeAnalysis;

namespace AstRegistry.Renames;

/// <summary>Reads the declarations of a project: the inventory's rows give the keys, a second look at their syntax gives the digests.</summary>
internal static class DeclarationReader
{
    private static readonly InventoryOptions Options = new(AstRegistryDetail.Members);

    /// <summary>Reads the sources of every target and merges what they declare.</summary>
    public static ProjectDeclarations Read(string project, IEnumerable<TargetSources> targets, CancellationToken cancellationToken)
    {
        var merge = new DeclarationMerge();
        foreach (var target in targets.OrderBy(static t => t.Target, StringComparer.Ordinal))
        {
            merge.BeginTarget(target.Target);
            foreach (var tree in Sorted(target.Trees)) Read(tree, merge, cancellationToken);
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

    private static void Read(SyntaxTree tree, DeclarationMerge merge, CancellationToken cancellationToken)
    {
        var syntax = new DeclarationSyntax();
        var table = SyntaxInventory.Read(tree, Options, syntax, cancellationToken);
        var keys = ReadTypes(table, TypeTokens.Of(tree.GetRoot(cancellationToken), syntax.Types), merge);
        ReadMembers(table, syntax.Members, keys, merge, cancellationToken);
    }

    private static string[] ReadTypes(FileTable table, TokenHash[] hashes, DeclarationMerge merge)
    {
        var keys = new string[hashes.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            var row = table.Types[i];
            var container = row.Container < 0 ? null : keys[row.Container];
            keys[i] = container is null ? CanonicalKey.OfType(table.Types, i) : container + "+" + CanonicalKey.NameOf(row);
            merge.Add(keys[i], container, row, hashes[i]);
        }

        return keys;
    }

    private static void ReadMembers(FileTable table, List<SyntaxNode> syntax, string[] typeKeys, DeclarationMerge merge, CancellationToken cancellationToken)
    {
        var last = new MemberDraft?[typeKeys.Length];
        for (var i = 0; i < table.Members.Count; i++)
        {
            var row = table.Members[i];
            if (row.Container >= 0) continue;
            cancellationToken.ThrowIfCancellationRequested();
            var local = CanonicalKey.LocalPart(row);
            var kind = KindTag.Of(row.Kind, row.IsPartialDefinition).Replace(' ', '-');
            var draft = new MemberDraft(new LockKey(kind, typeKeys[row.Type] + "." + local), typeKeys[row.Type], row, local.Substring(row.Name.Length), BodyTokens.Of(syntax[i]));
            if (last[row.Type] is { } previous)
            {
                draft.Previous = previous.Key;
                previous.Next = draft.Key;
            }

            last[row.Type] = draft;
            merge.Add(draft);
        }
    }
}
