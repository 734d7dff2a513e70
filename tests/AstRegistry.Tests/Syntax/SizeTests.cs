using System.Diagnostics;
using AstRegistry.Packing;

namespace AstRegistry.Tests.Syntax;

/// <summary>Large files: time must grow with their length, not with its square.</summary>
public class SizeTests
{
    /// <summary>Quadratic behaviour costs minutes at these sizes; a loaded machine does not.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(20);

    public static TheoryData<string, int, string, string, string> Shapes => new()
    {
        { "statements", 50_000, "class C {\nvoid M() {\n", "Call@(x@, \"a\", 1);\n", "} }" },
        { "equal statements", 50_000, "class C {\nvoid M() {\n", "Call(1);\n", "} }" },
        { "equal ifs", 10_000, "class C {\nvoid M() {\n", "if (a) { } else { }\n", "} }" },
        { "nearly equal statements", 10_000, "class C {\nvoid M() {\n", "Call(@);\n", "} }" },
        { "arguments", 10_000, "class C {\nvoid M() { Call(0\n", ", () => @\n", "); } }" },
        { "equal arguments", 10_000, "class C {\nvoid M() { Call(0\n", ", F()\n", "); } }" },
        { "array elements", 10_000, "class C {\nint[] F = {\n", "@,\n", "}; }" },
        { "switch sections", 10_000, "class C {\nvoid M() { switch (x) {\n", "case @: A(); break;\n", "} } }" },
        { "switch arms", 10_000, "class C {\nint M() => x switch {\n", "@ => A(),\n", "}; }" },
        { "members", 5_000, "class C {\n", "void M@(int x) { A(); }\n", "}" },
        { "members of one name", 5_000, "class C {\n", "void M(int x) { A(); }\n", "}" },
        { "overloads that tie", 5_000, "class C {\n", "void M(A@.Item x) { }\n", "}" },
        { "explicit implementations that tie", 5_000, "class C {\n", "int A@.I.P => 1;\n", "}" },
        { "declarators", 10_000, "class C { int a\n", ", b@ = 1\n", "; }" },
        { "enum members", 10_000, "enum E {\n", "A@ = @,\n", "}" },
        { "nested types", 5_000, "class C { void M(int x) { }\n", "class N@ { void M(int x) { } }\n", "}" },
        { "nested types among methods", 5_000, "class C {\n", "void M@(int x) { } class N@ { void M(int x) { } }\n", "}" },
        { "types", 10_000, "", "class C@ { }\n", "" },
        { "parameters", 10_000, "class C { void M(int a\n", ", Item<int> p@\n", ") { } }" },
        { "attributes", 10_000, "class C {\n", "[A(@)]\n", "void M() { } }" },
        { "aliases", 5_000, "", "using A@ = int;\n", "class C { void M(A1 x) { } }" },
        { "namespaces", 10_000, "", "namespace N@ { class C { } }\n", "" },
        { "comments", 10_000, "class C { void M() {\n", "// comment @\n", "A(); } }" },
        { "comments behind calls", 10_000, "class C { void M() {\n", "A@(); /* a */ // b\n", "} }" },
        { "directives", 10_000, "class C { void M() {\n", "#if X\nB();\n#else\nA@();\n#endif\n", "} }" },
        { "top-level statements", 10_000, "", "Call(@);\n", "" },
        { "lambdas", 10_000, "class C { void M() {\n", "F(x => x + @);\n", "} }" },
        { "locals", 10_000, "class C { void M() {\n", "var a@ = b@;\n", "} }" },
        { "incomplete members", 10_000, "class C {\n", "public @\n", "}" },
        { "stray braces", 10_000, "class C {\n", "}\n", "" },
        { "raw string", 50_000, "class C { string s = \"\"\"\n", "line @\n", "\"\"\"; void M() { A(); } }" },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Time_grows_with_length(string name, int count, string start, string repeated, string end)
    {
        Assert.NotEmpty(name);
        var source = start + string.Concat(Enumerable.Range(0, count).Select(i => repeated.Replace("@", i.ToString(), StringComparison.Ordinal))) + end;
        var tree = TestInventory.Parse(source);
        tree.GetRoot(TestContext.Current.CancellationToken);

        foreach (var detail in new[] { AstRegistryDetail.Statements, AstRegistryDetail.Nodes })
        {
            var watch = Stopwatch.StartNew();
            var table = TestInventory.Read(tree, detail);
            TestContext.Current.SendDiagnosticMessage($"{name}, {detail}: {watch.ElapsedMilliseconds} ms, {table.Nodes.Count} nodes");
            Assert.InRange(watch.Elapsed, TimeSpan.Zero, Limit);
            if (detail == AstRegistryDetail.Nodes) TableChecks.AssertSound(table, source);
        }
    }

    [Fact]
    public void More_equal_nodes_than_there_are_discriminators_end_and_say_that_they_are_ambiguous()
    {
        const int Count = 70_000;
        var table = TestInventory.ReadMembers("void M() {" + string.Concat(Enumerable.Repeat("Call();", Count)) + "}");

        AssertUniqueOrAmbiguous(table);
        Assert.Equal(1 + (2 * Count), table.Nodes.Count);
    }

    private static void AssertUniqueOrAmbiguous(FileTable table)
    {
        var firsts = new Dictionary<NodeId, int>();
        var ids = table.NodeIds();
        for (var i = 0; i < ids.Length; i++)
        {
            if (firsts.TryAdd(ids[i], i)) continue;
            Assert.Equal(NodeFlags.Ambiguous, table.Nodes.Flags[i] & NodeFlags.Ambiguous);
        }

        Assert.InRange(firsts.Count, ids.Length * 9 / 10, ids.Length);
    }
}
