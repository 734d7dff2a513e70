using AstRegistry.Identity;
using AstRegistry.Locking;
using AstRegistry.Packing;
using AstRegistry.Syntax;
using Microsoft.CodeAnalysis;

namespace AstRegistry.Renames;

/// <summary>One declaration of a type.</summary>
/// <param name="Key">The type's canonical key.</param>
/// <param name="Container">The key of the containing type, or null.</param>
/// <param name="Row">The inventory's row.</param>
/// <param name="Tokens">The hash of its tokens.</param>
internal sealed record TypePart(string Key, string? Container, TypeRow Row, TokenHash Tokens);

/// <summary>One declaration of a member.</summary>
/// <param name="Key">Kind and canonical key.</param>
/// <param name="Type">The key of the declaring type.</param>
/// <param name="Row">The inventory's row.</param>
/// <param name="Signature">What stands behind the name in the key.</param>
/// <param name="Body">The hash of its body.</param>
internal sealed record MemberPart(LockKey Key, string Type, MemberRow Row, string Signature, TokenHash Body)
{
    /// <summary>The member before it in the same declaration.</summary>
    public LockKey? Previous { get; set; }

    /// <summary>The member behind it in the same declaration.</summary>
    public LockKey? Next { get; set; }
}

/// <summary>What one file declares: the inventory's rows give the keys, a second look at their syntax gives the hashes.</summary>
internal sealed class FileDeclarations
{
    private static readonly InventoryOptions Options = new(AstRegistryDetail.Members);

    private FileDeclarations(TypePart[] types, List<MemberPart> members)
    {
        Types = types;
        Members = members;
    }

    /// <summary>The type declarations in document order, each behind its container.</summary>
    public IReadOnlyList<TypePart> Types { get; }

    /// <summary>The declarations of members that are not nested in another member, in document order.</summary>
    public IReadOnlyList<MemberPart> Members { get; }

    /// <summary>Reads a file. Linear in its length; the depth of the tree does not matter.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static FileDeclarations Read(SyntaxTree tree, CancellationToken cancellationToken)
    {
        var syntax = new DeclarationSyntax();
        var table = SyntaxInventory.ReadWithSyntax(tree, Options, syntax, cancellationToken);
        var types = ReadTypes(table, TypeTokens.Of(tree.GetRoot(cancellationToken), syntax.Types));
        return new FileDeclarations(types, ReadMembers(table, syntax.Members, types, cancellationToken));
    }

    private static TypePart[] ReadTypes(FileTable table, TokenHash[] hashes)
    {
        var types = new TypePart[hashes.Length];
        for (var i = 0; i < types.Length; i++)
        {
            var row = table.Types[i];
            var container = row.Container < 0 ? null : types[row.Container].Key;
            var key = container is null ? CanonicalKey.OfType(table.Types, i) : container + "+" + CanonicalKey.NameOf(row);
            types[i] = new TypePart(key, container, row, hashes[i]);
        }

        return types;
    }

    private static List<MemberPart> ReadMembers(FileTable table, List<SyntaxNode> syntax, TypePart[] types, CancellationToken cancellationToken)
    {
        var members = new List<MemberPart>();
        var last = new MemberPart?[types.Length];
        for (var i = 0; i < table.Members.Count; i++)
        {
            var row = table.Members[i];
            if (row.Container >= 0) continue;
            cancellationToken.ThrowIfCancellationRequested();
            var local = CanonicalKey.LocalPart(row);
            var type = types[row.Type].Key;
            var key = new LockKey(KindTag.Of(row.Kind, row.IsPartialDefinition).Replace(' ', '-'), type + "." + local);
            var member = new MemberPart(key, type, row, local.Substring(row.Name.Length), BodyTokens.Of(syntax[i]));
            if (last[row.Type] is { } previous)
            {
                member.Previous = previous.Key;
                previous.Next = key;
            }

            last[row.Type] = member;
            members.Add(member);
        }

        return members;
    }
}
