namespace AstRegistry.Storage.Conformance.Linearizability;

/// <summary>Clients that read and commit at the same time over few entries, so that they get into each other's way, and write down what they saw.</summary>
/// <param name="sites">The registries; clients are spread over them.</param>
/// <param name="seed">What the choices of the clients depend on.</param>
/// <param name="readsPerCommit">How often each client reads before it commits.</param>
internal sealed class Workload(IReadOnlyList<ISubject> sites, int seed, int readsPerCommit)
{
    private const int Ids = 12;
    private const int IdsPerRead = 3;

    private static readonly EntryId[] All = [.. Enumerable.Range(0, Ids).Select(static i => new EntryId(i % 2 == 0 ? "app" : "lib", FormattableString.Invariant($"e{i}")))];

    private long _tick;

    public async Task<IReadOnlyCollection<Observation>> RunAsync(int clients, int commitsPerClient, CancellationToken cancellationToken)
    {
        var lists = await Task.WhenAll(Enumerable.Range(0, clients).Select(client => Task.Run(() => ClientAsync(client, commitsPerClient, cancellationToken), cancellationToken)));
        return [.. lists.SelectMany(static list => list)];
    }

    private async Task<List<Observation>> ClientAsync(int client, int commits, CancellationToken cancellationToken)
    {
        var random = new Random((seed * 1_000_003) + client);
        var site = client % sites.Count;
        var seen = new List<Observation>(commits * (readsPerCommit + 1));
        for (var i = 0; i < commits; i++)
        {
            for (var j = 0; j < readsPerCommit; j++) seen.Add(Read(client, site, random));
            var changes = Changes(sites[site].Read(), $"{client}.{i}", random);
            var began = Interlocked.Increment(ref _tick);
            var outcome = await sites[site].CommitAsync(changes, cancellationToken);
            seen.Add(new CommitObservation(client, site, began, Interlocked.Increment(ref _tick), changes, outcome));
        }

        return seen;
    }

    private ReadObservation Read(int client, int site, Random random)
    {
        var began = Interlocked.Increment(ref _tick);
        var snapshot = sites[site].Read();
        var returned = Interlocked.Increment(ref _tick);
        var ids = random.GetItems(All, IdsPerRead);
        return new(client, site, began, returned, snapshot.Revision, [.. ids.Select(id => (id, snapshot.TryGet(id, out var entry) ? entry : null))]);
    }

    /// <summary>One to three changes by what is there now, which others may have changed before they arrive.</summary>
    private static ChangeSet Changes(RegistrySnapshot snapshot, string name, Random random)
    {
        var ids = random.GetItems(All, random.Next(1, 4)).Distinct();
        return new(ids.Select((id, place) =>
        {
            var entry = new RegistryEntry(id, "test.item", data: FormattableString.Invariant($"{name}.{place}"));
            if (!snapshot.TryGet(id, out var present)) return RegistryOperation.Create(entry);
            return random.Next(4) == 0 ? RegistryOperation.Delete(present) : RegistryOperation.Update(entry, present);
        }));
    }
}
