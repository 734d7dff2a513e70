using FsCheck;
using FsCheck.Fluent;
using static AstRegistry.Runtime.Tests.Registry.Sample;

namespace AstRegistry.Runtime.Tests.Registry;

/// <summary>Random sequences of commits and checkouts, held to a plain model that keeps a copy of every state.</summary>
public sealed class RegistryLawTests
{
    private static readonly string[] Names = ["a", "b", "c", "d", "e", "f"];

    /// <summary>A step: below six a change of that name, otherwise a checkout.</summary>
    private static readonly Gen<(int What, int Choice)[]> Steps =
        from steps in Gen.Zip(Gen.Choose(0, 8), Gen.Choose(0, 1_000_000)).ArrayOf()
        select steps.Select(static step => (step.Item1, step.Item2)).ToArray();

    [Fact]
    public void Every_version_reads_as_it_was_however_it_is_reached() =>
        Prop.ForAll(Steps.ToArbitrary(), static steps => HoldsAsync(steps).GetAwaiter().GetResult()).Check(Config.QuickThrowOnFailure.WithMaxTest(60).WithEndSize(40));

    private static async Task<bool> HoldsAsync((int What, int Choice)[] steps)
    {
        await using var history = new MemoryHistory();
        var options = new VersionedRegistryOptions { History = history, SnapshotInterval = 4, RetainedSnapshots = 3, CheckpointInterval = 7, FollowsOthers = false };
        var states = new List<string> { "" };
        await using (var registry = await VersionedRegistry.OpenAsync(options))
        {
            foreach (var (what, choice) in steps) await StepAsync(registry, states, what, choice);
            if (!await AgreesAsync(registry, states)) return false;
        }

        await using var reopened = await VersionedRegistry.OpenAsync(options);
        return await AgreesAsync(reopened, states) && (await reopened.VerifyAsync()).IsSound;
    }

    private static async Task StepAsync(VersionedRegistry registry, List<string> states, int what, int choice)
    {
        if (what >= Names.Length)
        {
            var target = choice % states.Count;
            await Done(registry.CheckoutAsync(target));
            Assert.Equal(states[target], Text(registry.Current));
            return;
        }

        var id = EntryId.Parse(Names[what], "shop");
        ChangeSet changes = !registry.Current.Contains(id) ? Create(Names[what]) : choice % 3 == 0 ? Delete(Names[what]) : Update(Names[what], choice % 4);
        var done = await Done(registry.CommitAsync(changes));
        Assert.Equal(states.Count, done.Version.Revision);
        states.Add(Text(registry.Current));
    }

    private static async Task<bool> AgreesAsync(VersionedRegistry registry, List<string> states)
    {
        for (var revision = 0; revision < states.Count; revision++)
        {
            var loaded = await registry.LoadStateAsync(revision);
            var other = (revision * 7 + 3) % states.Count;
            var diff = await registry.DiffAsync(revision, other);
            if (Text(loaded) != states[revision] || loaded.Revision != revision) return false;
            if (Text(diff.ApplyTo(loaded)) != states[other] || Text(diff.Reverse().ApplyTo(diff.ApplyTo(loaded))) != states[revision]) return false;
        }

        for (var revision = states.Count - 1; revision >= 0; revision -= 3)
        {
            await Done(registry.CheckoutAsync(revision));
            if (Text(registry.Current) != states[revision]) return false;
        }

        return true;
    }
}
