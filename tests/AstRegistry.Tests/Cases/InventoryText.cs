using System.Globalization;
using System.Text;
using AstRegistry.Identity;
using AstRegistry.Packing;

namespace AstRegistry.Tests.Cases;

/// <summary>The inventory of one file as text, as the case files expect it.</summary>
internal static class InventoryText
{
    private const string Project = "Cases";

    public static string Of(FileTable table)
    {
        var text = new StringBuilder();
        var locals = LocalIds.Compute(table.Nodes);
        for (var t = 0; t < table.Types.Count; t++)
        {
            var type = table.Types[t];
            var key = CanonicalKey.OfType(table.Types, t);
            text.Append(CultureInfo.InvariantCulture, $"{type.Kind} {key}");
            Append(text, type.Accessibility, type.Modifiers, type.Attributes);
            if (type.BaseTypes.Length > 0) text.Append(" : ").AppendJoin(" | ", type.BaseTypes);
            text.Append(CultureInfo.InvariantCulture, $"  {type.Span}\n");
            for (var m = 0; m < table.Members.Count; m++)
            {
                if (table.Members[m].Type == t) AppendMember(text, table, m, key, locals);
            }
        }

        return text.ToString();
    }

    private static void AppendMember(StringBuilder text, FileTable table, int index, string typeKey, ulong[] locals)
    {
        var member = table.Members[index];
        var depth = 1;
        for (var c = member.Container; c >= 0; c = table.Members[c].Container) depth++;
        var name = member.Kind == MemberKind.Lambda ? "" : " " + CanonicalKey.LocalPart(member);
        text.Append(' ', depth * 2).Append(member.Kind).Append(name);
        if (member.ReturnType.Length > 0 && member.Kind != MemberKind.Conversion) text.Append(" -> ").Append(member.ReturnType);
        Append(text, member.Accessibility, member.Modifiers, member.Attributes);
        text.Append(CultureInfo.InvariantCulture, $"  {member.Span}");
        if (member.IsFunction)
        {
            var c = member.Complexity;
            text.Append(CultureInfo.InvariantCulture, $"  cyclomatic {c.Cyclomatic} cognitive {c.Cognitive} nesting {c.NestingDepth}");
            if (!member.HasBody) text.Append(" no-body");
        }

        text.Append('\n');
        if (member.IsNested) return;
        var id = MemberHash.OfMember(Project, member.Kind, member.IsPartialDefinition, CanonicalKey.OfMember(typeKey, member)).Id;
        var nodes = table.Nodes;
        for (var n = 0; n < nodes.Count; n++)
        {
            if (nodes.Parent[n] < 0 || Root(nodes, n) is var root && nodes.Member[root] != index) continue;
            var level = 2;
            for (var p = nodes.Parent[n]; nodes.Parent[p] >= 0; p = nodes.Parent[p]) level++;
            text.Append(' ', level * 2).Append("| ").Append((SyntaxNodeKind)nodes.Kind[n]);
            if (nodes.Name[n].Length > 0) text.Append(' ').Append(nodes.Name[n]);
            text.Append(new NodeId(id, locals[n]).ToString().AsSpan(16));
            if ((nodes.Flags[n] & NodeFlags.Ambiguous) != 0) text.Append(" ambiguous");
            if ((nodes.Flags[n] & NodeFlags.Awaits) != 0) text.Append(" awaits");
            text.Append('\n');
        }
    }

    private static int Root(NodeTable nodes, int index)
    {
        while (nodes.Parent[index] >= 0) index = nodes.Parent[index];
        return index;
    }

    private static void Append(StringBuilder text, DeclaredAccessibility accessibility, DeclarationModifiers modifiers, string[] attributes)
    {
        if (accessibility != DeclaredAccessibility.NotApplicable) text.Append(", ").Append(accessibility);
        if (modifiers != DeclarationModifiers.None) text.Append(", ").Append(modifiers);
        if (attributes.Length > 0) text.Append(" [").AppendJoin(", ", attributes).Append(']');
    }
}
