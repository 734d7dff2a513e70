using AstRegistry.Storage.Conformance.PostgreSql;
using AstRegistry.Storage.Conformance.Sqlite;

namespace AstRegistry.Storage.Conformance.Linearizability;

/// <summary>Sixteen clients read and commit at the same time, and what they saw can be explained by one order, in every engine.</summary>
public sealed class RegistryLinearizabilityTests(PostgreSqlFixture fixture, ITestOutputHelper output) : PostgreSqlTest(fixture)
{
    private const int Clients = 16;

    [Fact]
    public async Task A_registry_in_memory_is_linearizable()
    {
        await using var registry = await VersionedRegistry.OpenAsync(cancellationToken: Cancellation);
        await HoldAsync([registry], commitsPerClient: 6250, readsPerCommit: 9);
    }

    [Fact]
    public async Task A_registry_in_SQLite_is_linearizable()
    {
        using var folder = new SqliteFolder();
        await using var registry = await OpenAsync(await folder.OpenHistoryAsync(Cancellation));
        await HoldAsync([registry], commitsPerClient: 600, readsPerCommit: 5);
    }

    [Fact]
    public async Task A_registry_in_PostgreSQL_is_linearizable()
    {
        await using var registry = await OpenAsync(await OpenAsync());
        await HoldAsync([registry], commitsPerClient: 300, readsPerCommit: 5);
    }

    /// <summary>Reads of one registry may lag behind commits of the other; they are held to what their own has shown. Commits are held to the history.</summary>
    [Fact]
    public async Task Two_registries_on_one_history_have_linearizable_commits_and_reads_in_order()
    {
        await using var first = await OpenAsync(await OpenAsync());
        await using var second = await OpenAsync(await OpenAsync());
        await HoldAsync([first, second], commitsPerClient: 100, readsPerCommit: 5);
    }

    private static Task<VersionedRegistry> OpenAsync(IRegistryHistory history) => VersionedRegistry.OpenAsync(new() { History = history, OwnsHistory = true }, Cancellation);

    private async Task HoldAsync(VersionedRegistry[] registries, int commitsPerClient, int readsPerCommit)
    {
        var workload = new Workload([.. registries.Select(static registry => new RegistrySubject(registry))], seed: registries.Length, readsPerCommit);

        var seen = await workload.RunAsync(Clients, commitsPerClient, Cancellation);

        var outcomes = seen.OfType<CommitObservation>().CountBy(static commit => commit.Outcome.GetType().Name).OrderBy(static outcome => outcome.Key, StringComparer.Ordinal);
        output.WriteLine(FormattableString.Invariant($"{seen.Count} calls; {string.Join(", ", outcomes.Select(static outcome => $"{outcome.Value} {outcome.Key}"))}."));
        Assert.Empty(LinearizabilityChecker.Check(seen));
        Assert.Equal(Clients * commitsPerClient * (readsPerCommit + 1), seen.Count);
        Assert.All(seen.OfType<CommitObservation>(), static commit => Assert.True(commit.Outcome is CommitOutcome.Committed or CommitOutcome.Conflict));
        Assert.Contains(seen.OfType<CommitObservation>(), static commit => commit.Outcome is CommitOutcome.Committed);
        Assert.Contains(seen.OfType<CommitObservation>(), static commit => commit.Outcome is CommitOutcome.Conflict);
    }
}
