namespace AstRegistry.Runtime.Tests.Layers;

public sealed class LayerThreadTests
{
    private const int Writers = 4;
    private const int Commits = 150;

    [Fact]
    public async Task A_reader_sees_all_of_a_commit_or_nothing()
    {
        using var root = Layer.NewRoot();
        EntryId[] ids = [.. Enumerable.Range(0, 40).Select(static i => new EntryId("atomic", $"item{i}"))];
        var isDone = false;
        var readers = Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
        {
            var seen = 0L;
            do
            {
                var snapshot = root.Snapshot;
                var values = ids.Select(id => (snapshot.TryGetScheme(id, out var scheme) ? scheme : "0", snapshot.TryGetAst(id, out var ast) ? ast : "0")).Distinct().ToArray();
                Assert.Equal((values[0].Item1, values[0].Item1), Assert.Single(values));
                Assert.Equal($"{snapshot.Revision}", values[0].Item1);
                Assert.True(snapshot.Revision >= seen, "The root went back.");
                seen = snapshot.Revision;
            }
            while (!Volatile.Read(ref isDone));
        })).ToArray();

        for (var commit = 1; commit <= Commits; commit++)
        {
            var batch = root.BeginBatch();
            foreach (var id in ids)
            {
                batch.PutScheme(id, $"{commit}");
                batch.PutAst(id, $"{commit}");
            }

            batch.Commit();
        }

        Volatile.Write(ref isDone, true);
        await Task.WhenAll(readers);
        Assert.Equal(Commits, root.Revision);
    }

    [Fact]
    public async Task No_commit_of_a_sibling_is_lost()
    {
        using var root = Layer.NewRoot();
        var shared = new EntryId("siblings", "shared");
        root.PutScheme(shared, "0");
        using var start = new Barrier(Writers);
        await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Factory.StartNew(
            () =>
            {
                start.SignalAndWait();
                for (var commit = 0; commit < Commits; commit++)
                {
                    // A counter that everybody adds to, and an element of one's own. Who is too late tries again.
                    while (true)
                    {
                        using var batch = root.BeginBatch();
                        batch.PutScheme(shared, $"{int.Parse(batch.SchemeOf(shared)!, null) + 1}");
                        batch.PutAst(new EntryId($"writer{writer}", $"item{commit}"), "mine");
                        if (batch.TryCommit(out var found)) break;
                        Assert.Equal(new(shared, LayerParts.Scheme), Assert.Single(found));
                    }
                }
            },
            TestContext.Current.CancellationToken,
            TaskCreationOptions.LongRunning,
            TaskScheduler.Default)));

        Assert.Equal($"{Writers * Commits}", root.SchemeOf(shared));
        Assert.Equal(Writers * Commits, root.Revision);
        for (var writer = 0; writer < Writers; writer++) Assert.Equal(Commits, root.ListNamespace($"writer{writer}").Count);
    }

    [Fact]
    public async Task A_batch_is_read_by_others_while_it_is_written()
    {
        using var root = Layer.NewRoot();
        using var batch = root.BeginBatch();
        EntryId[] ids = [.. Enumerable.Range(0, 2_000).Select(static i => new EntryId("busy", $"item{i}"))];
        var written = 0;
        var readers = Enumerable.Range(0, 2).Select(_ => Task.Run(() =>
        {
            int known;
            do
            {
                // What was put before the read is seen by it.
                known = Volatile.Read(ref written);
                Assert.True(known == 0 || batch.TryGetScheme(ids[known - 1], out var scheme));
                Assert.True(batch.Snapshot.Count >= known);
            }
            while (known < ids.Length);
        })).ToArray();

        foreach (var id in ids)
        {
            batch.PutScheme(id, "s");
            Volatile.Write(ref written, written + 1);
        }

        await Task.WhenAll(readers);
    }
}
