namespace AstRegistry.Storage.Conformance.Linearizability;

/// <summary>Clients that read and commit at the same time over few entries, so that they get into each other's way, and write down what they saw.</summary>
internal sealed class Workload(ISubject subject, int seed)
{
    private const int Ids = 12;
    private const int ReadsPerCommit = 3;

    private static readonly EntryId[] All = [.. Enumerable.Range(0, Ids).Select(static i => new EntryId(i % 2 == 0 ? "app" : "lib", FormattableString.Invariant($"e{i}")))];

    private long _tick;

    public async Task<IReadOnlyCollection<Observation>> RunAsync(int clients, int commitsPerClient, CancellationToken cancellationToken)
    {
        var lists = await Task.WhenAll(Enumerable.Range(0, clients).Select(client => Task.Run(() => ClientAsync(client, commitsPerClient, cancellationToken), cancellationToken)));
        return [.. lists.SelectMany(static list => list)];
    }

    private async Task<List<Observation>> ClientAsync(int client, int commits, CancellationToken cancellationToken)
    {
        var random = new Random(seed * 1_000_003 + client);
        var seen = new List<Observation>();
        for (var i = 0; i < commits; i++)
        {
            for (var j = 0; j < ReadsPerCommit; j++) seen.Add(Read(client, random));
            var changes = Changes(client, i, random);
            var began = Interlocked.Increment(ref _tick);
            var outcome = await subject.CommitAsync(changes, cancellationToken);
            seen.Add(new CommitObservation(client, began, Interlocked.Increment(ref _tick), changes, outcome));
        }

        return seen;
    }

    private ReadObservation Read(int client, Random random)
    {
        var began = Interlocked.Increment(ref _tick);
        var snapshot = subject.Read();
        var returned = Interlocked.Increment(ref _tick);
        var ids = random.GetItems(All, 3);
        return new(client, began, returned, snapshot.Revision, [.. ids.Select(id => (id, snapshot.TryGet(id, out var entry) ? entry : null))]);
    }

    /// <summary>One to three changes by what is there now, which others may have changed before they arrive.</summary>
    private ChangeSet Changes(int client, int number, Random random)
    {
        var snapshot = subject.Read();
        var ids = random.GetItems(All, random.Next(1, 4)).Distinct();
        return new(ids.Select((id, place) =>
        {
            var entry = new RegistryEntry(id, "test.item", data: FormattableString.Invariant($"{client}.{number}.{place}"));
            if (!snapshot.TryGet(id, out var present)) return RegistryOperation.Create(entry);
            return random.Next(4) == 0 ? RegistryOperation.Delete(present) : RegistryOperation.Update(entry, present);
        }));
    }
}
