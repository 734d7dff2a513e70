using AstRegistry.Locking;

namespace AstRegistry.Tests.Locking;

/// <summary>
/// Two branches change one project, and their lock files are merged: by git as it is, and record by record. How often that conflicts is
/// what the form of the file was chosen for, and what is merged must be right.
/// </summary>
public class MergeSimulationTests(ITestOutputHelper output)
{
    private const int Trials = 150;
    private const int FewTrials = 50;

    private static readonly SimulatedProject Project = new(1);
    private static readonly string Ancestor = Project.Lock.ToText();
    private static readonly LineSets Sets = new(Ancestor);

    [Theory]
    [InlineData(3, 1, 1)]
    [InlineData(10, 3, 8)]
    [InlineData(40, 10, 60)]
    public void Git_seldom_conflicts_and_the_driver_only_over_meaning(int added, int changed, int mostPercent)
    {
        Assert.True(Project.Lock.Records.Count >= 4000);

        var (git, driver, contradictory) = Simulate(Trials, added, changed, inSameTypes: false);

        output.WriteLine($"{Project.Lock.Records.Count} records, +{added}/-{changed}, {Trials} trials: git conflicts in {Percent(git)} %, the driver in {Percent(driver)} %, two meanings in {Percent(contradictory)} %");
        Assert.True(Percent(git) <= mostPercent, $"git conflicts in {Percent(git)} %.");
        Assert.Equal(contradictory, driver);
    }

    [Fact]
    public void The_driver_merges_what_two_branches_do_to_the_same_few_types()
    {
        var (git, driver, contradictory) = Simulate(FewTrials, 40, 20, inSameTypes: true);

        output.WriteLine($"The same few types, +40/-20, {FewTrials} trials: git conflicts in {Percent(git, FewTrials)} %, the driver in {Percent(driver, FewTrials)} %, two meanings in {Percent(contradictory, FewTrials)} %");
        Assert.True(contradictory > 0, "No branch contradicted another one: nothing was shown.");
        Assert.Equal(contradictory, driver);
    }

    [Fact]
    public void Lines_sorted_by_name_conflict_far_more_often()
    {
        var (byId, byName) = (0, 0);
        RunTrials(FewTrials, 10, 3, inSameTypes: false, (_, ours, theirs) =>
        {
            if (!GitMergeFile.Merge(Ancestor, ours.ToText(), theirs.ToText()).IsClean) Interlocked.Increment(ref byId);
            if (!GitMergeFile.Merge(ByName(Project.Lock), ByName(ours), ByName(theirs)).IsClean) Interlocked.Increment(ref byName);
        });

        output.WriteLine($"+10/-3, {FewTrials} trials: git conflicts in {Percent(byId, FewTrials)} % sorted by id, in {Percent(byName, FewTrials)} % sorted by name");
        Assert.True(byName > 3 * byId, $"Sorted by name git conflicts in {Percent(byName, FewTrials)} %, by id in {Percent(byId, FewTrials)} %.");
    }

    private static double Percent(int count, int trials = Trials) => Math.Round(100.0 * count / trials, 1);

    private static string ByName(LockFile file) =>
        string.Concat(file.Records.OrderBy(static record => record.Key).ThenBy(static record => record.Id).Select(static record => record + "\n"));

    /// <summary>Merges each trial both ways, and compares what is clean with the merge of the lines as sets.</summary>
    private static (int Git, int Driver, int Contradictory) Simulate(int trials, int added, int changed, bool inSameTypes)
    {
        var (gitConflicts, driverConflicts, contradictory) = (0, 0, 0);
        RunTrials(trials, added, changed, inSameTypes, (trial, ours, theirs) =>
        {
            var (our, their) = (ours.ToText(), theirs.ToText());
            var (plain, settled) = Sets.Merge(our, their);
            if (settled is null) Interlocked.Increment(ref contradictory);

            var (text, isClean) = GitMergeFile.Merge(Ancestor, our, their);
            if (isClean) Assert.Equal(plain, text);
            else
            {
                Interlocked.Increment(ref gitConflicts);
                AssertResolved(text, settled, trial);
            }

            var driver = LockMerge.Merge(Project.Lock, ours, theirs);
            Assert.True(driver.IsClean == settled is not null, $"Trial {trial}.");
            if (driver.IsClean) Assert.Equal(settled, driver.Text);
            else
            {
                Interlocked.Increment(ref driverConflicts);
                Assert.DoesNotContain(LockFile.Parse(driver.Text!).Faults, static fault => fault.Kind != LockFaultKind.ConflictMarker);
            }
        });
        return (gitConflicts, driverConflicts, contradictory);
    }

    /// <summary>What git left unmerged is settled afterwards to the same text, though it does not say what the ancestor held.</summary>
    private static void AssertResolved(string conflicted, string? settled, int trial)
    {
        var resolved = LockMerge.Resolve(LockFile.Parse(conflicted));
        if (settled is null) Assert.False(resolved.IsClean, $"Trial {trial}.");
        else Assert.Equal(settled, resolved.Text);
    }

    private static void RunTrials(int trials, int added, int changed, bool inSameTypes, Action<int, LockFile, LockFile> run) =>
        Parallel.For(0, trials, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, trial =>
        {
            var random = new Random((added * 1000) + trial);
            HotSpots Spots() => inSameTypes ? Project.SpotsAt(trial) : Project.SpotsAround(random, trial);
            run(trial, Project.Branch(random, added, changed, Spots()), Project.Branch(random, added, changed, Spots()));
        });
}
