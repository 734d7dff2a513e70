using AstRegistry.Identity;
using AstRegistry.Packing;
using AstRegistry.Tests.Syntax;

namespace AstRegistry.Tests.Identity;

/// <summary>What node ids survive: each level of discrimination by an example.</summary>
public class NodeIdStabilityTests
{
    private const string Two = "void M() { A(1); if (a) { B(x => x); } } int N(int x) { C(1); C(2); return x; }";

    /// <summary>Statements that a level tells apart, and what may happen to them without a change of their ids.</summary>
    public static TheoryData<string, string, string> Levels => new()
    {
        { "stored name", "Run(1); Stop(1);", "Run(7); Other(); Stop(f(2));" },
        { "operators", "x = 1; x += 1;", "x = 7; Other(); x += 8;" },
        { "literals", "if (1) { } if (2) { }", "if (1) { New(); } Other(); if (2) { A(); }" },
        { "head", "Run(1); Run(2);", "Other(); Run(2); { Run(1); }" },
        { "owner", "if (a) { Run(1); } while (a) { Run(1); }", "if (a) { Other(); Run(1); } More(); while (a) { Run(1); }" },
        { "role", "if (a) { Run(1); } else { Run(1); }", "Other(); if (a) { Run(1); New(); } else { Other(2); Run(1); }" },
        { "previous sibling", "A(); Run(1); B(); Run(1);", "Other(); A(); Run(1); Other(2); B(); Run(1);" },
    };

    [Theory]
    [MemberData(nameof(Levels))]
    public void Statements_told_apart_keep_their_ids(string level, string before, string after)
    {
        Assert.NotEmpty(level);
        var old = StatementIds(before);
        var @new = StatementIds(after);

        Assert.DoesNotContain(old, s => s.Flags.HasFlag(NodeFlags.Ambiguous));
        Assert.Equal(old.Count, old.Select(s => s.Id).Distinct().Count());
        Assert.All(old, s => Assert.Contains(@new, n => n.Id == s.Id));
    }

    [Theory]
    [InlineData("Run(1); Stop(1);", true)]
    [InlineData("x = 1; x += 1;", true)]
    [InlineData("if (a == 1) { } if (a != 1) { }", true)]
    [InlineData("if (1) { } if (2) { }", false)]
    [InlineData("Run(1); Run(2);", false)]
    [InlineData("Run(1); if (a) Run(1);", false)]
    [InlineData("A(); Run(1); B(); Run(1);", false)]
    public void A_name_that_is_unique_needs_no_discriminator(string statements, bool isUnique)
    {
        var table = Method(statements);

        Assert.Equal(isUnique, table.Nodes.Discriminator.Take(table.Nodes.Count).All(d => d == 0));
    }

    [Theory]
    [InlineData("Run(1);", "Run(1); Run(2);")]
    [InlineData("Run(1); Run(2);", "Run(1); Run(2); Run(1);")]
    [InlineData("Run(1); if (a) { Run(1); }", "Run(1); Run(1); if (a) { Run(1); }")]
    [InlineData("var a = F(); var b = F();", "var a = F(); var a = F(); var b = F();")]
    public void A_node_that_is_no_longer_unique_loses_its_id_instead_of_handing_it_on(string before, string after)
    {
        var old = StatementIds(before);
        var @new = StatementIds(after);
        var texts = old.ToDictionary(s => s.Id, s => s.Text);

        Assert.All(@new, s => Assert.True(!texts.TryGetValue(s.Id, out var text) || text == s.Text));
        Assert.DoesNotContain(@new, s => s.Id == old[0].Id);
    }

    [Fact]
    public void Equal_nodes_that_nothing_tells_apart_say_so()
    {
        var table = Method("A(); B(1); B(1); B(1); if (a) { } else { } if (a) { } else { } if (a) { } else { }");
        var ambiguous = Enumerable.Range(0, table.Nodes.Count).Where(i => table.Nodes.Flags[i].HasFlag(NodeFlags.Ambiguous)).Select(i => (SyntaxNodeKind)table.Nodes.Kind[i]);

        Assert.Equal(
            [
                SyntaxNodeKind.ExpressionStatement, SyntaxNodeKind.InvocationExpression,
                SyntaxNodeKind.ExpressionStatement, SyntaxNodeKind.InvocationExpression,
                SyntaxNodeKind.IfStatement, SyntaxNodeKind.ElseClause,
                SyntaxNodeKind.IfStatement, SyntaxNodeKind.ElseClause,
            ],
            ambiguous);
    }

    [Fact]
    public void An_edit_in_one_member_changes_no_id_in_another()
    {
        var old = IdsByMember(TestInventory.ReadMembers(Two, AstRegistryDetail.Nodes));
        var @new = IdsByMember(TestInventory.ReadMembers(Two.Replace("A(1);", "A(2); C(1); return;", StringComparison.Ordinal), AstRegistryDetail.Nodes));

        Assert.Equal(old["N(int)"], @new["N(int)"]);
        Assert.NotEqual(old["M()"], @new["M()"]);
    }

    [Fact]
    public void A_moved_file_changes_no_id() => Assert.Equal(
        TestInventory.Read($"class C {{ {Two} }}", AstRegistryDetail.Nodes, "src/Old.cs").NodeIds(),
        TestInventory.Read($"class C {{ {Two} }}", AstRegistryDetail.Nodes, "/other/New.cs").NodeIds());

    [Fact]
    public void Reordered_members_and_other_types_change_no_id()
    {
        var members = Two.Split(" int N", 2);

        Assert.Equal(
            IdsByMember(TestInventory.ReadMembers(Two, AstRegistryDetail.Nodes)),
            IdsByMember(TestInventory.Read($"struct S {{ }} class C {{ int N{members[1]} {members[0]} }} class D {{ int N; }}", AstRegistryDetail.Nodes), "C"));
    }

    [Fact]
    public void Renaming_a_parameters_type_changes_only_the_members_half()
    {
        var old = TestInventory.ReadMembers("void M(int x) { A(x); }", AstRegistryDetail.Statements).NodeIds();
        var @new = TestInventory.ReadMembers("void M(long x) { A(x); }", AstRegistryDetail.Statements).NodeIds();

        Assert.Equal(old.Select(i => i.Local), @new.Select(i => i.Local));
        Assert.NotEqual(old[0].Member, @new[0].Member);
    }

    [Fact]
    public void Ids_of_statements_do_not_depend_on_the_detail()
    {
        foreach (var name in Cases.CaseTests.Names)
        {
            var tree = Cases.CaseTests.Parse(name.Data, TestContext.Current.CancellationToken);
            var all = TestInventory.Read(tree, AstRegistryDetail.Nodes);
            var statements = TestInventory.Read(tree, AstRegistryDetail.Statements);
            var members = TestInventory.Read(tree, AstRegistryDetail.Members);

            var ids = all.NodeIds();
            Assert.Equal(statements.NodeIds(), Enumerable.Range(0, ids.Length).Where(i => all.Nodes.Parent[i] < 0 || Identity(all, i)).Select(i => ids[i]));
            Assert.Equal(Nested(statements), Nested(all));
            Assert.Equal(Nested(statements), Nested(members));
            Assert.Equal(0, members.Nodes.Count);
            Assert.Empty(TestInventory.Read(tree, AstRegistryDetail.Types).Members);
        }

        static bool Identity(FileTable table, int i) => NodeKinds.IsStructural(table.Nodes.Kind[i]);

        static IEnumerable<(ulong, bool, ulong)> Nested(FileTable table) => table.Members.Where(m => m.IsNested)
            .Select(m => (LocalIds.OfNestedFunction(m), m.IsAmbiguous, m.Digest));
    }

    private static FileTable Method(string statements) => TestInventory.ReadMembers($"void M() {{\n{statements}\n}}");

    /// <summary>The statements of a method of one line.</summary>
    private static List<(NodeId Id, NodeFlags Flags, string Text)> StatementIds(string statements)
    {
        var table = Method(statements);
        var ids = table.NodeIds();
        var rows = Enumerable.Range(0, ids.Length).Where(i => (SyntaxNodeKind)table.Nodes.Kind[i] is SyntaxNodeKind.ExpressionStatement or SyntaxNodeKind.IfStatement
            or SyntaxNodeKind.WhileStatement or SyntaxNodeKind.LocalDeclarationStatement);
        return [.. rows.Select(i => (ids[i], table.Nodes.Flags[i], statements[table.Nodes.Span[i].StartColumn..table.Nodes.Span[i].EndColumn]))];
    }

    private static SortedDictionary<string, NodeId[]> IdsByMember(FileTable table, string type = "C")
    {
        var ids = table.NodeIds();
        var members = table.Members.Where(m => !m.IsNested && table.Types[m.Type].Name == type);
        return new(members.ToDictionary(CanonicalKey.LocalPart, m => Array.FindAll(ids, id => id.Member == table.IdOf(m))), StringComparer.Ordinal);
    }
}
