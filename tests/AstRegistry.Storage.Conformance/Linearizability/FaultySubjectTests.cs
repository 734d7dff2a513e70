using AstRegistry.Storage.Conformance.Linearizability.Faulty;

namespace AstRegistry.Storage.Conformance.Linearizability;

/// <summary>The checker notices registries that do wrong, now and then and under the same load.</summary>
public sealed class FaultySubjectTests
{
    private const int Clients = 16;
    private const int CommitsPerClient = 200;
    private const int ReadsPerCommit = 5;

    [Fact]
    public Task A_stale_read_is_noticed() => NoticesAsync(static registry => new StaleSubject(new RegistrySubject(registry)), "could be current");

    [Fact]
    public Task A_commit_that_is_acknowledged_and_not_made_is_noticed() =>
        NoticesAsync(static registry => new ForgetfulSubject(new RegistrySubject(registry)), "given to nobody, or twice");

    [Fact]
    public Task A_lost_update_is_noticed() => NoticesAsync(static registry => new BlindSubject(new RegistrySubject(registry)), "does not fit the state before it");

    [Fact]
    public Task A_read_of_a_commit_that_is_refused_is_noticed() => NoticesAsync(static registry => new DirtySubject(new RegistrySubject(registry)), "saw");

    [Fact]
    public Task A_read_of_half_a_commit_is_noticed() => NoticesAsync(static registry => new HalfSubject(registry), "saw");

    [Fact]
    public Task A_conflict_without_reason_is_noticed() => NoticesAsync(static registry => new TimidSubject(new RegistrySubject(registry)), "told of a conflict");

    private static async Task NoticesAsync(Func<VersionedRegistry, ISubject> make, string expected)
    {
        await using var registry = await VersionedRegistry.OpenAsync(cancellationToken: TestContext.Current.CancellationToken);

        var seen = await new Workload([make(registry)], seed: 1, ReadsPerCommit).RunAsync(Clients, CommitsPerClient, TestContext.Current.CancellationToken);

        Assert.Contains(LinearizabilityChecker.Check(seen), violation => violation.Contains(expected, StringComparison.Ordinal));
    }
}
