namespace AstRegistry.Runtime.Tests.Simulation;

/// <summary>
/// Schedules by seed. <c>ASTREGISTRY_SIMULATION_SEEDS</c> sets how many, and <c>ASTREGISTRY_SIMULATION_FIRST</c> where they begin, to look at one that
/// failed.
/// </summary>
public class SimulationTests
{
    private const int Seeds = 10_000;
    private const int RepeatedSeeds = 300;

    [Fact]
    public async Task Whatever_comes_between_a_registry_shows_what_is_durable_and_nothing_else()
    {
        var (first, seeds) = (Setting("ASTREGISTRY_SIMULATION_FIRST", 0), Setting("ASTREGISTRY_SIMULATION_SEEDS", Seeds));
        var failures = new List<string>();
        await Parallel.ForEachAsync(Enumerable.Range(first, seeds), TestContext.Current.CancellationToken, async (seed, _) =>
        {
            using var schedule = new Schedule(seed);
            var (trace, violations) = await schedule.RunAsync();
            if (violations.Count == 0) return;
            lock (failures) failures.Add($"Seed {seed}:\n  {string.Join("\n  ", violations)}\nafter\n  {string.Join("\n  ", trace)}");
        });
        Assert.True(failures.Count == 0, $"{failures.Count} of {seeds} schedules failed. The first:\n{failures.FirstOrDefault()}");
    }

    [Fact]
    public async Task One_seed_is_one_trace()
    {
        for (var seed = 0; seed < RepeatedSeeds; seed++)
        {
            using var once = new Schedule(seed);
            using var again = new Schedule(seed);
            Assert.Equal((await once.RunAsync()).Trace, (await again.RunAsync()).Trace);
        }
    }

    private static int Setting(string name, int otherwise) => int.TryParse(Environment.GetEnvironmentVariable(name), out var value) ? value : otherwise;
}
