using AstRegistry.Packing;
using AstRegistry.Tests.Cases;
using AstRegistry.Tests.Syntax;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace AstRegistry.Tests.Identity;

/// <summary>The laws of node ids, over random programs and random edits.</summary>
public class NodeIdPropertyTests
{
    /// <summary>Two of 65,536 discriminators may meet by chance, so these programs are always the same.</summary>
    private static readonly Config Seeded = Config.QuickThrowOnFailure.WithMaxTest(100)
        .WithReplay(FSharpOption<Replay>.Some(new Replay(new Rnd(20, 5), FSharpOption<int>.None)));

    private static readonly Gen<RandomStatement[][]> Programs = RandomStatement.Body.ArrayOf(3);

    private static Gen<RandomStatement[]> Edited(RandomStatement[] body) => Gen.OneOf(
        RandomStatement.Body,
        from at in Gen.Choose(0, body.Length) from s in RandomStatement.Any select (RandomStatement[])[.. body[..at], s, .. body[at..]],
        from at in Gen.Choose(0, Math.Max(0, body.Length - 1)) select (RandomStatement[])[.. body[..at], .. body[Math.Min(body.Length, at + 1)..]],
        from at in Gen.Choose(0, Math.Max(0, body.Length - 1)) select (RandomStatement[])[.. body[..at], .. body[at..], .. body[at..]],
        Gen.Shuffle(body),
        Gen.Constant<RandomStatement[]>([.. body.Select(s => s with { Text = s.Text.Replace("Run", "Renamed", StringComparison.Ordinal) })]));

    [Fact]
    public void An_edit_of_one_member_changes_no_id_in_the_others() => Check.One(Seeded, Prop.ForAll(
        (from program in Programs
         from edited in Edited(program[1])
         select (program, edited)).ToArbitrary(),
        pair =>
        {
            var old = Ids(Read(pair.program));
            var @new = Ids(Read([pair.program[0], pair.edited, pair.program[2]]));

            Assert.Equal(old[0], @new[0]);
            Assert.Equal(old[2], @new[2]);
        }));

    [Fact]
    public void White_space_and_comments_change_no_id() => Check.One(Seeded, Prop.ForAll(
        Programs.ToArbitrary(),
        Gen.Elements("\n", "\r\n\t", " /* c */ ", " // c\n", "\n#if X\nRun(1);\n#endif\n").ToArbitrary(),
        (program, space) => Assert.Equal(Ids(Read(program)), Ids(Read(program, space)))));

    [Fact]
    public void Ids_in_a_file_are_unique() => Check.One(Seeded, Prop.ForAll(Programs.ToArbitrary(), program =>
    {
        var source = Render(program, " ");
        var table = TestInventory.Read(source, AstRegistryDetail.Nodes);
        TableChecks.AssertSound(table, source);
        var ids = table.NodeIds();
        Assert.Equal(ids.Length, ids.Distinct().Count());
    }));

    [Fact]
    public void The_same_input_gives_the_same_table() => Check.One(Seeded, Prop.ForAll(
        Programs.ToArbitrary(),
        program => Assert.Equal(InventoryText.Of(Read(program)), InventoryText.Of(Read(program)))));

    /// <summary>
    /// The law that the scheme is built for, of statements and all other structural nodes. A new statement, of a name that others have but of a text that none has, comes or goes: an id that is known before and after names
    /// the same node, unless either side says that it is ambiguous.
    /// </summary>
    [Fact]
    public void A_statement_that_comes_or_goes_takes_no_id_with_it() => Check.One(Seeded, Prop.ForAll(
        RandomStatement.Body.ToArbitrary(),
        Gen.Elements("Fresh(0);", "var fresh = 0;", "if (fresh) { }", "{ fresh(); }", "Run(fresh);", "x = fresh;", "var v = fresh;", "return fresh;").ToArbitrary(),
        (body, text) =>
        {
            var fresh = new RandomStatement(text, []);
            var old = TestInventory.Read(Render([body], " "));
            var oldIds = old.NodeIds();
            foreach (var after in RandomStatement.Insertions(body, fresh))
            {
                var source = Render([after], " ");
                var @new = TestInventory.Read(source);
                var survivors = Survivors(@new, source, text);
                Assert.Equal(oldIds.Length, survivors.Count);
                var newIds = @new.NodeIds();
                var bearers = Enumerable.Range(0, newIds.Length).ToDictionary(i => newIds[i]);
                for (var i = 0; i < oldIds.Length; i++)
                {
                    if (!bearers.TryGetValue(oldIds[i], out var bearer) || bearer == survivors[i]) continue;
                    Assert.True(
                        IsAmbiguous(old.Nodes, i) || IsAmbiguous(@new.Nodes, bearer),
                        $"{(SyntaxNodeKind)old.Nodes.Kind[i]} at {old.Nodes.Span[i]} handed its id to {@new.Nodes.Span[bearer]} in {source}");
                }
            }
        }));

    private static string Render(RandomStatement[][] program, string space) =>
        "class C {" + string.Concat(program.Select((body, i) => $"{space}void M{i}() {{{RandomStatement.Render(body, space)} }}")) + " }";

    private static FileTable Read(RandomStatement[][] program, string space = " ") => TestInventory.Read(Render(program, space), AstRegistryDetail.Nodes);

    private static List<List<NodeId>> Ids(FileTable table)
    {
        var ids = new List<List<NodeId>>();
        var all = table.NodeIds();
        for (var i = 0; i < all.Length; i++)
        {
            if (table.Nodes.Parent[i] < 0) ids.Add([]);
            ids[^1].Add(all[i]);
        }

        return ids;
    }

    /// <summary>The rows, in order, that are not part of the fresh statement in a source of one line.</summary>
    private static List<int> Survivors(FileTable table, string source, string fresh)
    {
        var start = source.IndexOf(fresh, StringComparison.Ordinal);
        var end = start + fresh.Length;
        return [.. Enumerable.Range(0, table.Nodes.Count).Where(i => table.Nodes.Span[i].StartColumn < start || table.Nodes.Span[i].EndColumn > end)];
    }

    private static bool IsAmbiguous(NodeTable nodes, int i) => nodes.Flags[i].HasFlag(NodeFlags.Ambiguous);
}
