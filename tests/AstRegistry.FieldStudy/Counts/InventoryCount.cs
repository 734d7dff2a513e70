using AstRegistry.Identity;
using AstRegistry.Syntax;
using Microsoft.CodeAnalysis;

namespace AstRegistry.FieldStudy.Counts;

/// <summary>What the inventory says the same trees declare: modules merged by key, a partial member's two halves as one function.</summary>
internal sealed class InventoryCount
{
    private static readonly InventoryOptions Options = new(AstRegistryDetail.Members);

    public InventoryCount(IEnumerable<SyntaxTree> trees)
    {
        foreach (var tree in trees) Add(tree);
    }

    public Declared Modules { get; } = new();

    public Declared Functions { get; } = new();

    public int LocalFunctions { get; private set; }

    public int Lambdas { get; private set; }

    private void Add(SyntaxTree tree)
    {
        var table = SyntaxInventory.Read(tree, Options);
        for (var i = 0; i < table.Types.Count; i++) Modules.Add(CanonicalKey.OfType(table.Types, i), At(tree, table.Types[i].Span));
        foreach (var member in table.Members)
        {
            if (member.Kind == MemberKind.LocalFunction) LocalFunctions++;
            else if (member.Kind == MemberKind.Lambda) Lambdas++;
            else if (member.IsFunction)
            {
                var container = member.Container < 0 ? "" : CanonicalKey.LocalPart(table.Members[member.Container]) + ".";
                Functions.Add($"{member.Kind} {CanonicalKey.OfType(table.Types, member.Type)}.{container}{CanonicalKey.LocalPart(member)}", At(tree, member.Span));
            }
        }
    }

    private static Place At(SyntaxTree tree, SourceSpan span) => new(tree.FilePath, span.StartLine, span.StartColumn);
}
