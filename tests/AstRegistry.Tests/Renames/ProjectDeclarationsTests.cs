using AstRegistry.Identity;
using AstRegistry.Locking;
using AstRegistry.Renames;
using AstRegistry.Syntax;
using AstRegistry.Tests.Cases;
using AstRegistry.Tests.Syntax;
using Microsoft.CodeAnalysis;

namespace AstRegistry.Tests.Renames;

/// <summary>What a project declares: keys as the inventory has them, parts merged, and the facts that renames are told by.</summary>
public class ProjectDeclarationsTests
{
    public static TheoryData<string> CaseNames => CaseTests.Names;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(CaseNames))]
    public void Keys_are_those_of_the_inventory(string name)
    {
        var tree = CaseTests.Parse(name, Token);
        var table = SyntaxInventory.Read(tree, new InventoryOptions(AstRegistryDetail.Nodes), Token);
        var declarations = ProjectDeclarations.Read("Tests", [tree], Token);

        var types = Enumerable.Range(0, table.Types.Count).Select(i => CanonicalKey.OfType(table.Types, i)).Distinct();
        var members = table.Members.Where(m => m.Container < 0)
            .Select(m => new LockKey(KindTag.Of(m.Kind, m.IsPartialDefinition).Replace(' ', '-'), table.KeyOf(m))).Distinct();
        Assert.Equal(types.Order(StringComparer.Ordinal), declarations.Types.Select(t => t.Key.Key));
        Assert.Equal(members.OrderBy(k => k.Key, StringComparer.Ordinal).ThenBy(k => k.Kind, StringComparer.Ordinal), declarations.Members.Select(m => m.Key));
        AssertSound(declarations);
    }

    [Theory]
    [MemberData(nameof(CaseNames))]
    public void Every_prefix_of_a_case_can_be_read(string name)
    {
        var text = CaseTests.Parse(name, Token).ToString();
        for (var length = 0; length < text.Length; length += 7) AssertSound(Detection.Read(text[..length], text[length..]));
    }

    [Fact]
    public void The_order_of_the_files_does_not_matter()
    {
        string[] sources = ["partial class A { int x; void F() { } }", "partial class A { int y; void F() { G(); } }", "class B { }", "class B { int z; }", "enum E { X, Y }"];
        var trees = sources.Select((s, i) => TestInventory.Parse(s, i < 2 ? "Same.cs" : $"File{i}.cs")).ToArray();
        var expected = Bytes(ProjectDeclarations.Read("Tests", trees, Token));
        for (var shift = 1; shift < trees.Length; shift++)
        {
            SyntaxTree[] shifted = [.. trees[shift..], .. trees[..shift]];
            Assert.Equal(expected, Bytes(ProjectDeclarations.Read("Tests", shifted, Token)));
            Assert.Equal(expected, Bytes(ProjectDeclarations.Read("Tests", shifted.Reverse(), Token)));
        }
    }

    [Fact]
    public void Of_two_members_with_one_key_the_first_in_order_counts()
    {
        var declarations = Detection.Read("class A { int F() => 1; int F() => 2 + 2; int G; }", "class A { int F() => 3; }");

        Assert.Equal(["A.F()", "A.G"], declarations.Members.Select(m => m.Key.Key));
        Assert.Equal(2, declarations.Members[0].BodyTokenCount);
    }

    [Fact]
    public void Facts_of_a_member_are_those_of_its_declaration()
    {
        var declarations = Detection.Read("class A { int x = 1, y; [B] public List<T> F<T>(ref T a, int b) where T : new() { return F(a, 1 + b); } bool P => true; }");
        var member = declarations.Members.Single(m => m.Name == "F");

        Assert.Equal(("method", "A.F``1(ref ``0,int)"), (member.Key.Kind, member.Key.Key));
        Assert.Equal(("F", "``1(ref ``0,int)", 2, "List<T>", 12), (member.Name, member.Signature, member.ParameterCount, member.ReturnType, member.BodyTokenCount));
        Assert.Equal("A.y", declarations.Members[member.Previous].Key.Key);
        Assert.Equal("A.P", declarations.Members[member.Next].Key.Key);
        Assert.Equal([("P", 2), ("x", 2), ("y", 0)], declarations.Members.Where(m => m.Name != "F").OrderBy(m => m.Name, StringComparer.Ordinal).Select(m => (m.Name, m.BodyTokenCount)));
    }

    [Fact]
    public void A_declaration_says_in_which_targets_it_exists()
    {
        var declarations = ProjectDeclarations.Read(
            "Tests",
            [
                new TargetSources("net8.0", [TestInventory.Parse("class A { int Both() => 8; int Only8; } class B { }")]),
                new TargetSources("net10.0", [TestInventory.Parse("class A { int Both() => 10 + 10; int Only10; int Not48; }")]),
                new TargetSources("net48", [TestInventory.Parse("class A { int Both() => 48 + 48; } class B { }"), TestInventory.Parse("class Z { }")]),
            ],
            Token);

        Assert.Equal([("A", ""), ("B", "net48;net8.0"), ("Z", "net48")], declarations.Types.Select(t => (t.Name, string.Join(';', t.Targets))));
        Assert.Equal(
            [("Both", ""), ("Not48", "net10.0"), ("Only10", "net10.0"), ("Only8", "net8.0")],
            declarations.Members.Select(m => (m.Name, string.Join(';', m.Targets))));

        // net10.0 comes first in ordinal order.
        Assert.Equal(4, declarations.Members[0].BodyTokenCount);
    }

    [Theory]
    [InlineData("class C { void M() { @ } }", "{ A(); ", "}", 10_000)]
    [InlineData("class C { int P => @1; }", "- ", "", 10_000)]
    [InlineData("class C { void M() { @ } }", "void L() { ", "}", 10_000)]
    [InlineData("class C { object P = @x; }", "x => ", "", 10_000)]
    [InlineData("@", "namespace N { ", "}", 10_000)]
    [InlineData("@", "class C { void M() { } ", "}", 1_000)]
    public void Nesting_is_read_without_the_stack(string around, string open, string close, int depth)
    {
        var source = around.Replace("@", string.Concat(Enumerable.Repeat(open, depth)) + string.Concat(Enumerable.Repeat(close, depth)), StringComparison.Ordinal);
        SyntaxTree? tree = null;
        ProjectDeclarations? declarations = null;
        OnThread(1 << 30, () => (tree = TestInventory.Parse(source)).GetRoot());
        OnThread(1 << 18, () => declarations = ProjectDeclarations.Read("Tests", [tree!], default));
        AssertSound(declarations!);
        Assert.Empty(RenameDetector.Detect(declarations!, declarations!, Token).Renames);
    }

    [Fact]
    public void The_work_can_be_cancelled() => Assert.ThrowsAny<OperationCanceledException>(
        () => ProjectDeclarations.Read("Tests", [TestInventory.Parse("class A { int x; }")], new CancellationToken(canceled: true)));

    private static byte[] Bytes(ProjectDeclarations declarations)
    {
        using var stream = new MemoryStream();
        DeclarationSnapshot.Write(declarations, stream);
        return stream.ToArray();
    }

    /// <summary>What later stages rely on: order, containers first, neighbours that know each other.</summary>
    private static void AssertSound(ProjectDeclarations declarations)
    {
        for (var i = 0; i < declarations.Types.Count; i++)
        {
            var type = declarations.Types[i];
            Assert.InRange(type.Container, -1, i - 1);
            Assert.EndsWith(type.OwnPart(declarations.Types), type.Key.Key, StringComparison.Ordinal);
            if (i > 0) Assert.True(string.CompareOrdinal(declarations.Types[i - 1].Key.Key, type.Key.Key) < 0);
        }

        for (var i = 0; i < declarations.Members.Count; i++)
        {
            var member = declarations.Members[i];
            Assert.Equal(declarations.Types[member.Type].Key.Key + "." + member.LocalPart, member.Key.Key);
            Assert.InRange(member.Previous, -1, declarations.Members.Count - 1);
            Assert.InRange(member.Next, -1, declarations.Members.Count - 1);
            if (i > 0) Assert.True(string.CompareOrdinal(declarations.Members[i - 1].Key.Key, member.Key.Key) <= 0);
        }
    }

    private static void OnThread(int stackSize, Action work)
    {
        Exception? failure = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    work();
                }
                catch (Exception e)
                {
                    failure = e;
                }
            },
            stackSize);
        thread.Start();
        thread.Join();
        Assert.Null(failure);
    }
}
