using System.Text.Json;
using AstRegistry.Identity;
using AstRegistry.Packing;
using Microsoft.CodeAnalysis.Text;

namespace AstRegistry.Tests.Syntax;

/// <summary>What holds for every table, whatever the source looks like.</summary>
internal static class TableChecks
{
    public static void AssertSound(FileTable table, string source)
    {
        AssertTypes(table);
        AssertMembers(table);
        AssertNodes(table);
        AssertSpans(table, source);
        AssertIds(table);
        AssertPacks(table);
    }

    private static void AssertTypes(FileTable table)
    {
        for (var i = 0; i < table.Types.Count; i++) Assert.InRange(table.Types[i].Container, -1, i - 1);
        var counts = table.Types.ConvertAll(_ => new int[MemberRow.KindCount]);
        foreach (var member in table.Members) counts[member.Type][(int)member.Kind]++;
        for (var i = 0; i < counts.Count && table.Members.Count > 0; i++) Assert.Equal(counts[i], table.Types[i].MemberCounts);
    }

    private static void AssertMembers(FileTable table)
    {
        for (var i = 0; i < table.Members.Count; i++)
        {
            var member = table.Members[i];
            Assert.InRange(member.Type, 0, table.Types.Count - 1);
            Assert.InRange(member.Container, -1, i - 1);
            Assert.Equal(member.IsNested, member.Container >= 0);
            if (member.Container >= 0) Assert.Equal(member.Type, table.Members[member.Container].Type);
        }
    }

    private static void AssertNodes(FileTable table)
    {
        var nodes = table.Nodes;
        var roots = new HashSet<int>();
        var path = new Stack<int>();
        for (var i = 0; i < nodes.Count; i++)
        {
            if (nodes.Parent[i] < -1 || nodes.Parent[i] >= i || nodes.Member[i] < 0 || nodes.Member[i] >= table.Members.Count) Assert.Fail($"Row {i} is out of place.");
            if (nodes.Parent[i] < 0)
            {
                path.Clear();
                Assert.False(table.Members[nodes.Member[i]].IsNested);
                Assert.True(roots.Add(nodes.Member[i]));
            }

            // Preorder: the parent is one of those on the way down to the row before.
            while (path.Count > 0 && path.Peek() != nodes.Parent[i]) path.Pop();
            if ((nodes.Parent[i] < 0) != (path.Count == 0)) Assert.Fail($"Row {i} does not follow its parent's rows.");
            path.Push(i);
        }

        if (nodes.Count > 0) Assert.Equal(table.Members.Count(m => !m.IsNested), roots.Count);
    }

    private static void AssertSpans(FileTable table, string source)
    {
        var lines = SourceText.From(source).Lines.Count;
        foreach (var span in table.Types.Select(t => t.Span).Concat(table.Members.Select(m => m.Span)).Concat(table.Nodes.Span.Take(table.Nodes.Count)))
        {
            if ((span.StartLine, span.StartColumn).CompareTo((span.EndLine, span.EndColumn)) > 0) Assert.Fail($"{span} ends before it begins.");
            if (span.StartLine < 0 || span.StartColumn < 0 || span.EndColumn < 0 || span.EndLine >= lines) Assert.Fail($"{span} is not in the file.");
        }

        foreach (var type in table.Types) if (type.Container >= 0) AssertWithin(type.Span, table.Types[type.Container].Span);
        foreach (var member in table.Members)
        {
            AssertWithin(member.Span, table.Types[member.Type].Span);
            if (member.Container >= 0) AssertWithin(member.Span, table.Members[member.Container].Span);
        }

        var nodes = table.Nodes;
        var previous = new Dictionary<int, SourceSpan>();
        for (var i = 0; i < nodes.Count; i++)
        {
            var parent = nodes.Parent[i];
            if (parent < 0) continue;
            AssertWithin(nodes.Span[i], nodes.Span[parent]);
            if (previous.TryGetValue(parent, out var before) && (before.EndLine, before.EndColumn).CompareTo((nodes.Span[i].StartLine, nodes.Span[i].StartColumn)) > 0) Assert.Fail($"{nodes.Span[i]} begins inside {before}.");
            previous[parent] = nodes.Span[i];
        }
    }

    private static void AssertWithin(SourceSpan inner, SourceSpan outer)
    {
        if ((outer.StartLine, outer.StartColumn).CompareTo((inner.StartLine, inner.StartColumn)) > 0 || (inner.EndLine, inner.EndColumn).CompareTo((outer.EndLine, outer.EndColumn)) > 0) Assert.Fail($"{inner} is not inside {outer}.");
    }

    private static void AssertIds(FileTable table)
    {
        var nodes = table.Nodes;
        var locals = LocalIds.Compute(nodes);
        var seen = new HashSet<ulong>();
        for (var i = 0; i < nodes.Count; i++)
        {
            if (nodes.Parent[i] < 0)
            {
                seen.Clear();
                Assert.Equal(0UL, locals[i]);
                continue;
            }

            if (locals[i] == 0 || !seen.Add(locals[i])) Assert.Fail($"{(SyntaxNodeKind)nodes.Kind[i]} {nodes.Span[i]} has no id of its own.");
            if (NodeKinds.IsStructural(nodes.Kind[i]) != ((locals[i] & 0xFFFFFF) == 0)) Assert.Fail($"{(SyntaxNodeKind)nodes.Kind[i]} {nodes.Span[i]} is not named as its kind is.");
            if (NodeKinds.IsNestedFunction(nodes.Kind[i])) Assert.Equal(locals[i], LocalIds.OfNestedFunction(table.Members[nodes.Member[i]]));
        }
    }

    /// <summary>A table reads back from its packed form as it was.</summary>
    private static void AssertPacks(FileTable table)
    {
        var detail = table.Nodes.Count > 0 ? AstRegistryDetail.Nodes : table.Members.Count > 0 ? AstRegistryDetail.Members : AstRegistryDetail.Types;
        var packed = FileTableWriter.Write(table, detail);
        var read = new FileTableReader().Read(packed.Segments, detail);

        Assert.Equal(JsonSerializer.Serialize(table.Types), JsonSerializer.Serialize(read.Types));
        Assert.Equal(JsonSerializer.Serialize(table.Members), JsonSerializer.Serialize(read.Members));
        Assert.Equal(table.Nodes.Count, read.Nodes.Count);
        AssertColumn(nodes => nodes.Kind);
        AssertColumn(nodes => nodes.Parent);
        AssertColumn(nodes => nodes.Member);
        AssertColumn(nodes => nodes.Span);
        AssertColumn(nodes => nodes.Name);
        AssertColumn(nodes => nodes.Discriminator);
        AssertColumn(nodes => nodes.Flags);

        void AssertColumn<T>(Func<NodeTable, T[]> column) =>
            Assert.True(column(table.Nodes).AsSpan(0, table.Nodes.Count).SequenceEqual(column(read.Nodes).AsSpan(0, table.Nodes.Count)));
    }
}
