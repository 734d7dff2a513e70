using FsCheck;
using FsCheck.Fluent;

namespace AstRegistry.Runtime.Tests.Versions;

/// <summary>Small entries, snapshots and changes, chosen and random.</summary>
internal static class Samples
{
    public static readonly Config Laws = Config.QuickThrowOnFailure.WithMaxTest(300);

    private static readonly EntryId[] Pool = [.. from space in new[] { "a", "b", "c.d" } from name in new[] { "v", "w", "x", "y", "z" } select new EntryId(space, name)];

    /// <summary>What a random step wants to do; it does what is possible on the entry that it meets.</summary>
    private static readonly Gen<(EntryId Id, int Value, bool IsDelete)> Wish =
        from id in Gen.Elements(Pool)
        from value in Gen.Choose(0, 3)
        from isDelete in Gen.Elements(true, false)
        select (id, value, isDelete);

    private static readonly Gen<(EntryId Id, int Value, bool IsDelete)[]> Wishes = Wish.ListOf().Select(static list => list.ToArray());

    public static readonly Gen<RegistrySnapshot> Snapshots = Wishes.Select(static wishes => Fit(RegistrySnapshot.Empty, wishes).ApplyTo(RegistrySnapshot.Empty));

    /// <summary>A snapshot and change sets that follow one another from it.</summary>
    public static readonly Gen<(RegistrySnapshot Start, ChangeSet[] Sequence)> Sequences =
        from start in Snapshots
        from parts in Wishes.ListOf()
        select (start, Follow(start, parts));

    /// <summary>Versions of a tree: each with its parent and its entries, and the change set that led there.</summary>
    public static readonly Gen<History> Histories =
        from parts in Wishes.NonEmptyListOf()
        from parents in Gen.Choose(0, int.MaxValue - 1).ListOf(parts.Count)
        select History.Of([.. parts.Zip(parents)]);

    public static RegistryEntry Entry(string id, RegistryValue data = default) => new(EntryId.Parse(id), "test.entry", default, data);

    public static RegistrySnapshot Snapshot(params IEnumerable<RegistryEntry> entries) =>
        new ChangeSet(entries.Select(RegistryOperation.Create)).ApplyTo(RegistrySnapshot.Empty);

    public static IEnumerable<RegistryEntry> Content(RegistrySnapshot snapshot) => snapshot.Entries.OrderBy(static entry => entry.Id);

    /// <summary>Operations that fit a snapshot one after another, with originals for even values only.</summary>
    public static ChangeSet Fit(RegistrySnapshot start, IEnumerable<(EntryId Id, int Value, bool IsDelete)> wishes)
    {
        var state = start.Entries.ToDictionary(static entry => entry.Id);
        var operations = new List<RegistryOperation>();
        foreach (var (id, value, isDelete) in wishes)
        {
            var entry = new RegistryEntry(id, "test.entry", default, value);
            if (!state.TryGetValue(id, out var found)) operations.Add(RegistryOperation.Create(entry));
            else if (isDelete) operations.Add(value % 2 == 0 ? RegistryOperation.Delete(found) : RegistryOperation.Delete(id));
            else operations.Add(RegistryOperation.Update(entry, value % 2 == 0 ? found : null));
            if (operations[^1].Entry is { } now) state[id] = now;
            else state.Remove(id);
        }

        return new(operations);
    }

    private static ChangeSet[] Follow(RegistrySnapshot state, IEnumerable<IEnumerable<(EntryId Id, int Value, bool IsDelete)>> parts)
    {
        var sequence = new List<ChangeSet>();
        foreach (var part in parts)
        {
            sequence.Add(Fit(state, part));
            state = sequence[^1].ApplyTo(state);
        }

        return [.. sequence];
    }

    public sealed record History(VersionTree Tree, RegistrySnapshot[] States, ChangeSet[] Changes)
    {
        public static History Of(((EntryId Id, int Value, bool IsDelete)[] Wishes, int Parent)[] steps)
        {
            var tree = VersionTree.Initial;
            var states = new List<RegistrySnapshot> { RegistrySnapshot.Empty };
            var changes = new List<ChangeSet> { ChangeSet.Empty };
            foreach (var (wishes, choice) in steps)
            {
                var parent = states[choice % states.Count];
                var version = new RegistryVersion(states.Count, parent.Revision, DateTimeOffset.UnixEpoch, "", Guid.Empty, wishes.Length);
                var applied = AstRegistry.Versions.ChangeApplier.Apply(parent.Table, Fit(parent, wishes), version.Revision);
                Assert.Empty(applied.Conflicts);
                tree = tree.Add(version);
                states.Add(new(version, applied.Table));
                changes.Add(applied.Changes);
            }

            return new(tree, [.. states], [.. changes]);
        }

        /// <summary>The snapshot after going to a version step by step.</summary>
        public RegistrySnapshot Go(RegistrySnapshot from, long to) =>
            Tree.PathBetween(from.Revision, to).Aggregate(from, Step).WithVersion(States[to].Version);

        private RegistrySnapshot Step(RegistrySnapshot state, VersionStep step) =>
            (step.Direction == VersionDirection.Forward ? Changes[step.Revision] : Changes[step.Revision].Reverse()).ApplyTo(state);
    }

    private static RegistrySnapshot WithVersion(this RegistrySnapshot snapshot, RegistryVersion version) => new(version, snapshot.Table);
}
