using AstRegistry.Identity;
using AstRegistry.Locking;
using FsCheck;
using FsCheck.Fluent;

namespace AstRegistry.Tests.Locking;

/// <summary>The laws of updates, over random histories of a small project, with hashes so narrow that many keys collide.</summary>
public class LockUpdatePropertyTests
{
    private const string Project = "Shop";

    /// <summary>Eight bits, or three: two of a dozen keys have one plain id.</summary>
    private static readonly int[] HashWidths = [64, 8, 3];

    private static readonly Gen<LockUpdateOptions> Options = Gen.Elements(HashWidths).Select(static width => new LockUpdateOptions { Hash = key => Narrow(key, width) });

    private static readonly Gen<LockEntry[]> Code =
        from keys in LockGenerators.FewKeys.ListOf()
        from targets in LockGenerators.Targets.ArrayOf(keys.Count)
        select keys.Zip(targets, static (key, set) => new LockEntry(key, set)).ToArray();

    private static readonly Gen<(LockKey From, LockKey To)[]> Renames =
        (from @from in LockGenerators.FewKeys from to in LockGenerators.FewKeys select (@from, to)).ListOf().Select(static renames => renames.ToArray());

    private static readonly Gen<(LockUpdateOptions Options, (LockEntry[] Code, (LockKey From, LockKey To)[] Renames)[] Steps)> Histories =
        from options in Options
        from steps in (from code in Code from renames in Renames select (code, renames)).ListOf()
        select (options, steps.ToArray());

    private static MemberHash Narrow(LockKey key, int width)
    {
        var hash = MemberHash.Of(Project, key.Tag, key.Key);
        return width == 64 ? hash : hash with { Id = (hash.Id & ((1ul << width) - 1)) + 1 };
    }

    private static LockFile Play((LockUpdateOptions Options, (LockEntry[] Code, (LockKey From, LockKey To)[] Renames)[] Steps) history, Action<LockFile, LockUpdateResult, LockEntry[], (LockKey From, LockKey To)[]>? see = null)
    {
        var file = LockFile.Empty;
        foreach (var (code, renames) in history.Steps)
        {
            var result = LockUpdate.Compute(file, Project, code, renames, history.Options);
            see?.Invoke(file, result, code, renames);
            file = result.File;
        }

        return file;
    }

    private static void ForAllSteps(Action<LockFile, LockUpdateResult, LockEntry[], (LockKey From, LockKey To)[], LockUpdateOptions> law) =>
        Check.One(LockGenerators.Seeded(400), Prop.ForAll(Histories.ToArbitrary(), history => { Play(history, (old, result, code, renames) => law(old, result, code, renames, history.Options)); }));

    [Fact]
    public void A_second_update_changes_nothing() => ForAllSteps(static (_, result, code, renames, options) =>
    {
        foreach (var same in (IEnumerable<(LockKey From, LockKey To)[]>)[[], [.. renames.Where(rename => !code.Any(entry => entry.Key == rename.From))]])
        {
            var again = LockUpdate.Compute(result.File, Project, code, same, options);
            Assert.True(again.IsInStep);
            Assert.Equal(result.File.ToText(), again.File.ToText());
        }
    });

    [Fact]
    public void The_file_speaks_of_exactly_the_code() => ForAllSteps(static (_, result, code, _, _) =>
    {
        var read = LockFile.Parse(result.File.ToText());
        Assert.True(read.IsCanonical);
        Assert.Equal(code.Select(static entry => entry.Key).ToHashSet(), read.Records.Where(static record => !record.IsRetired).Select(static record => record.Key).ToHashSet());
        Assert.Equal(read.Records.Count, read.Records.Select(static record => record.Id).Distinct().Count());
    });

    [Fact]
    public void An_id_never_disappears_nor_comes_back_nor_gets_another_meaning() => ForAllSteps(static (old, result, _, renames, options) =>
    {
        foreach (var before in old.Records)
        {
            var after = result.File.Find(before.Id);
            Assert.NotNull(after);
            Assert.Equal((before.FirstKey, before.Salt), (after.FirstKey, after.Salt));
            if (before.IsRetired) Assert.Equal(before, after);
            if (before.Key != after.Key) Assert.Contains(before.Key, renames.Select(static rename => rename.From));
        }

        // An id follows from its first key and its salt, whatever happened since.
        foreach (var record in result.File.Records)
        {
            var plain = options.Hash!(record.FirstKey);
            Assert.Equal(record.Salt == 0 ? plain.Id : plain.Salted(record.Salt), record.Id);
        }
    });

    [Fact]
    public void Without_renames_a_declaration_keeps_its_id() => ForAllSteps(static (old, _, code, _, options) =>
    {
        var result = LockUpdate.Compute(old, Project, code, [], options);
        foreach (var entry in code)
        {
            var id = result.File.FindLive(entry.Key)!.Id;
            if (old.FindLive(entry.Key) is { } before) Assert.Equal(before.Id, id);
            else Assert.Null(old.Find(id));
        }
    });

    [Fact]
    public void The_order_of_the_inputs_does_not_matter() => ForAllSteps(static (old, result, code, renames, options) =>
    {
        var turned = LockUpdate.Compute(old, Project, [.. code.Reverse()], [.. renames.Reverse().Concat(renames)], options);
        Assert.Equal(result.File.ToText(), turned.File.ToText());
        Assert.Equal(result.Changes.Changes, turned.Changes.Changes);
    });

    [Fact]
    public void The_changes_are_the_difference_of_the_files() => ForAllSteps(static (old, result, code, _, _) =>
    {
        Assert.Equal(LockDiff.Between(old, result.File).Changes, result.Changes.Changes);
        Assert.Equal(result.File.Records.Count(record => !record.IsRetired && old.Find(record.Id) == record), result.Unchanged);
    });

    [Fact]
    public void What_the_generator_answers_before_an_update_is_what_the_file_says_after_it() => ForAllSteps(static (old, _, code, _, options) =>
    {
        var ids = LockIds.Of(old, Project, options.Hash);
        var after = LockUpdate.Compute(old, Project, code, [], options).File;

        // Newcomers that collide with each other are told apart by the update alone.
        var keys = code.Select(static entry => entry.Key).Distinct().ToList();
        var newcomers = keys.Where(key => old.FindLive(key) is null).ToLookup(key => options.Hash!(key).Id);
        foreach (var key in keys.Where(key => newcomers[options.Hash!(key).Id].Count() < 2)) Assert.Equal(after.FindLive(key)!.Id, ids.IdOf(options.Hash!(key)));
    });

    [Fact]
    public void A_sparse_file_gives_the_ids_of_a_full_one_as_long_as_it_can_know() => Check.One(LockGenerators.Seeded(400), Prop.ForAll(Histories.ToArbitrary(), static history =>
    {
        // What a sparse file cannot know is that a key without a record was declared before: so the code only grows and is renamed here.
        var (full, sparse) = (LockFile.Empty, LockFile.Empty);
        var code = new HashSet<LockKey>();
        var sparseOptions = new LockUpdateOptions { IsSparse = true };
        foreach (var (added, renames) in history.Steps)
        {
            var renamed = renames.Where(rename => code.Contains(rename.From) && !code.Contains(rename.To) && !added.Any(entry => entry.Key == rename.From || entry.Key == rename.To))
                .DistinctBy(static rename => rename.From).DistinctBy(static rename => rename.To).ToArray();
            code.ExceptWith(renamed.Select(static rename => rename.From));
            code.UnionWith(renamed.Select(static rename => rename.To));
            code.UnionWith(added.Select(static entry => entry.Key));
            LockEntry[] entries = [.. code.Select(static key => new LockEntry(key))];
            full = LockUpdate.Compute(full, Project, entries, renamed, new()).File;
            sparse = LockUpdate.Compute(sparse, Project, entries, renamed, sparseOptions).File;

            Assert.True(LockUpdate.Compute(sparse, Project, entries, [], sparseOptions).IsInStep);
            Assert.All(sparse.Records, record => Assert.Equal(full.Find(record.Id), record));
            var (fullIds, sparseIds) = (LockIds.Of(full, Project), LockIds.Of(sparse, Project));
            foreach (var key in code)
            {
                var hash = MemberHash.Of(Project, key.Tag, key.Key);
                Assert.Equal(fullIds.IdOf(hash), sparseIds.IdOf(hash));
            }
        }
    }));
}
