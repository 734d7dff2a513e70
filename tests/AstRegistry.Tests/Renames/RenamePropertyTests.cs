using AstRegistry.Locking;
using AstRegistry.Renames;
using AstRegistry.Tests.Identity;
using FsCheck;
using FsCheck.Fluent;

namespace AstRegistry.Tests.Renames;

/// <summary>The laws of rename detection, over random programs and random changes.</summary>
public class RenamePropertyTests
{
    private static readonly Config Quick = Config.QuickThrowOnFailure.WithMaxTest(100);

    /// <summary>Bodies of few words, many of them equal.</summary>
    private static readonly Gen<string> Bodies = RandomStatement.Body.Resize(4).Select(body => RandomStatement.Render(body));

    /// <summary>Methods by name and body, each body with a number that no other has.</summary>
    private static readonly Gen<Method[]> Distinct =
        from bodies in Bodies.ArrayOf().Resize(12)
        select bodies.Select((body, i) => new Method("M" + i, "int x", $"Own({i}); {body}")).ToArray();

    private static readonly Gen<Method[]> Any =
        from names in Gen.Elements("F", "G", "H", "K").ArrayOf().Resize(8)
        from parameters in Gen.Elements("", "int x", "string x", "T0 x", "T1 x").ArrayOf(names.Length)
        from bodies in Bodies.ArrayOf(names.Length)
        select names.Select((name, i) => new Method(name, parameters[i], bodies[i])).ToArray();

    private static readonly Gen<Method[][]> AnyProgram = Any.ArrayOf(3);

    [Fact]
    public void Renamed_members_are_all_found_and_nothing_else() => Check.One(Quick, Prop.ForAll(
        (from methods in Distinct
         from isRenamed in Gen.Elements(true, false).ArrayOf(methods.Length)
         from order in Gen.Shuffle(Enumerable.Range(0, methods.Length).ToArray())
         select (methods, isRenamed, order)).ToArbitrary(),
        change =>
        {
            var after = change.order.Select(i => change.isRenamed[i] ? Renamed(change.methods[i], "Renamed" + i) : change.methods[i]);
            var report = Detection.Detect(Render([change.methods]), Render([[.. after]]));

            Assert.Empty(report.Proposals);
            Assert.Equal(
                change.methods.Select((_, i) => i).Where(i => change.isRenamed[i]).Select(i => ($"T0.M{i}(int)", $"T0.Renamed{i}(int)", RenameStep.MemberBody)).Order(),
                report.Renames.Select(r => (r.From.Key, r.To.Key, r.Step)).Order());
        }));

    [Fact]
    public void Members_that_moved_to_other_types_are_all_found_and_nothing_else() => Check.One(Quick, Prop.ForAll(
        (from methods in Distinct
         from types in Gen.Choose(0, 2).ArrayOf(methods.Length)
         select (methods, types)).ToArbitrary(),
        change =>
        {
            Method[][] Program(Func<int, int> typeOf) => [.. Enumerable.Range(0, 3).Select(t => change.methods.Where((_, i) => typeOf(i) == t).Append(new Method("Stay" + t, "", "")).ToArray())];
            var report = Detection.Detect(Render(Program(_ => 0)), Render(Program(i => change.types[i])));

            Assert.Empty(report.Proposals);
            Assert.Equal(
                change.methods.Select((_, i) => i).Where(i => change.types[i] != 0).Select(i => ($"T0.M{i}(int)", $"T{change.types[i]}.M{i}(int)")).Order(),
                report.Renames.Select(r => (r.From.Key, r.To.Key)).Order());
        }));

    [Fact]
    public void Changed_signatures_of_equal_bodies_are_all_found_and_nothing_else() => Check.One(Quick, Prop.ForAll(
        (from methods in Distinct
         from isChanged in Gen.Elements(true, false).ArrayOf(methods.Length)
         select (methods, isChanged)).ToArbitrary(),
        change =>
        {
            var after = change.methods.Select((m, i) => change.isChanged[i] ? m with { Parameters = "long x, int y" } : m).ToArray();
            var report = Detection.Detect(Render([change.methods]), Render([after]));

            Assert.Empty(report.Proposals);
            Assert.Equal(
                change.methods.Select((_, i) => i).Where(i => change.isChanged[i]).Select(i => ($"T0.M{i}(int)", $"T0.M{i}(long,int)", RenameStep.MemberNameAndBody)).Order(),
                report.Renames.Select(r => (r.From.Key, r.To.Key, r.Step)).Order());
        }));

    [Fact]
    public void What_goes_while_unrelated_members_come_has_no_successor() => Check.One(Quick, Prop.ForAll(
        (from methods in Distinct
         from fates in Gen.Choose(0, 2).ArrayOf(methods.Length)
         select (methods, fates)).ToArbitrary(),
        change =>
        {
            var before = change.methods.Where((_, i) => change.fates[i] != 2).ToArray();
            var after = change.methods.Where((_, i) => change.fates[i] != 1).Select(m => change.methods.Contains(m) && !before.Contains(m) ? Renamed(m, "New" + m.Name) : m).ToArray();
            var report = Detection.Detect(Render([before]), Render([after]));

            Assert.Empty(report.Renames);
            Assert.Empty(report.Proposals);
        }));

    [Fact]
    public void Members_of_renamed_types_all_follow() => Check.One(Quick, Prop.ForAll(
        Distinct.Where(m => m.Length > 1).ToArbitrary(),
        methods =>
        {
            var before = Render([methods, [.. methods.Take(1)]]);
            var report = Detection.Detect(before, before.Replace("T0", "Other", StringComparison.Ordinal));

            Assert.Equal(methods.Length + 1, report.Renames.Count);
            Assert.All(report.Renames.Skip(1), r => Assert.Equal(r.From.Key.Replace("T0", "Other", StringComparison.Ordinal), r.To.Key));
            Assert.Empty(report.Proposals);
        }));

    /// <summary>Whatever the programs: one to one, from what went to what came, and the same for the files in any order.</summary>
    [Fact]
    public void Every_report_is_sound_and_does_not_depend_on_the_order_of_files() => Check.One(Quick, Prop.ForAll(
        (from before in AnyProgram
         from after in AnyProgram
         from order in Gen.Shuffle(new[] { 0, 1, 2 })
         select (before, after, order)).ToArbitrary(),
        programs =>
        {
            var (before, after) = (Read(programs.before, [0, 1, 2]), Read(programs.after, [0, 1, 2]));
            var report = Detection.Detect(before, after);
            Rename[] all = [.. report.Renames, .. report.Proposals];
            var (old, @new) = (Keys(before), Keys(after));
            Assert.Equal(all.Length, all.Select(r => r.From).Distinct().Count());
            Assert.Equal(all.Length, all.Select(r => r.To).Distinct().Count());
            Assert.All(all, r => Assert.True(old.Contains(r.From) && !@new.Contains(r.From) && @new.Contains(r.To) && !old.Contains(r.To)));
            Assert.All(report.Renames, r => Assert.True(r.Step < RenameStep.OnlyOverload && r.From.Kind == r.To.Kind));
            Assert.All(report.Proposals, r => Assert.True(r.Step >= RenameStep.OnlyOverload));

            var shuffled = Detection.Detect(Read(programs.before, programs.order), Read(programs.after, programs.order));
            Assert.Equal(report.Renames, shuffled.Renames);
            Assert.Equal(report.Proposals, shuffled.Proposals);
            Assert.Empty(Detection.Detect(before, before).Renames);
        }));

    [Fact]
    public void A_snapshot_of_any_program_serves_as_well_as_its_sources() => Check.One(Quick, Prop.ForAll(
        AnyProgram.ToArbitrary(),
        AnyProgram.ToArbitrary(),
        (before, after) =>
        {
            var declarations = Read(before, [0, 1, 2]);
            using var stream = new MemoryStream();
            DeclarationSnapshot.Write(declarations, stream);
            stream.Position = 0;

            var fromSources = Detection.Detect(declarations, Read(after, [0, 1, 2]));
            var fromSnapshot = Detection.Detect(DeclarationSnapshot.Read(stream), Read(after, [0, 1, 2]));
            Assert.Equal(fromSources.Renames, fromSnapshot.Renames);
            Assert.Equal(fromSources.Proposals, fromSnapshot.Proposals);
        }));

    /// <summary>Work that grew with the square of a crowd would not end here.</summary>
    [Fact]
    public void A_crowd_of_equal_members_takes_no_longer_than_others()
    {
        static string Crowd(string prefix) => "class C { " + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"int {prefix}{i} {{ get {{ return First(1); }} }} ")) + "}";

        var report = Detection.Detect(Crowd("Old"), Crowd("New"));
        Assert.Empty(report.Renames);
        Assert.Empty(report.Proposals);
    }

    private static Method Renamed(Method method, string name) => method with { Name = name };

    private static string Render(Method[][] types) => string.Concat(types.Select((methods, i) => $"class T{i} {{ {string.Concat(methods.AsEnumerable())} }} "));

    /// <summary>Each type in a file of its own, the files in some order.</summary>
    private static ProjectDeclarations Read(Method[][] types, int[] order) => ProjectDeclarations.Read(
        "Tests",
        order.Select(i => Syntax.TestInventory.Parse($"class T{i} {{ {string.Concat(types[i].AsEnumerable())} }}", $"File{i}.cs")),
        TestContext.Current.CancellationToken);

    private static HashSet<LockKey> Keys(ProjectDeclarations declarations) => [.. declarations.Types.Select(t => t.Key), .. declarations.Members.Select(m => m.Key)];

    private sealed record Method(string Name, string Parameters, string Body)
    {
        public override string ToString() => $"void {Name}({Parameters}) {{ {Body} {Name}(this); }} ";
    }
}
