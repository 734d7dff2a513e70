using static AstRegistry.Storage.Conformance.Contract.TestVersions;

namespace AstRegistry.Storage.Conformance.Sqlite;

/// <summary>
/// Files that were cut or changed. Opening them gives all that was acknowledged or a typed error; where the loss is accepted, a valid beginning;
/// and what is read is as it was written, or is called damaged.
/// </summary>
public sealed class SqliteDamageTests : IDisposable
{
    private const string Other = "other";

    private readonly SqliteFolder _folder = new(isInMemory: true);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_log_cut_at_each_frame_is_a_valid_beginning_and_the_loss_is_told()
    {
        var truth = await MakeAsync();
        var log = truth.Image["app.db-wal"];
        var frame = 24 + 4096;
        var refused = 0;
        var places = Enumerable.Range(0, ((log.Length - 32) / frame) + 1).SelectMany(i => new[] { 32 + (i * frame) - 1, 32 + (i * frame), 32 + (i * frame) + 1 });
        foreach (var place in places.Where(place => place <= log.Length)) refused += await CutAsync(truth, place) ? 1 : 0;
        Assert.True(refused > log.Length / frame, "Cutting was hardly ever noticed.");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_log_cut_anywhere_is_a_valid_beginning_and_the_loss_is_told(int seed)
    {
        var truth = await MakeAsync();
        var random = new Random(seed);
        for (var i = 0; i < 30; i++) await CutAsync(truth, random.Next(truth.Image["app.db-wal"].Length));
    }

    [Theory]
    [InlineData("app.db-wal", 11, 60)]
    [InlineData("app.db-wal", 12, 60)]
    [InlineData("app.db", 21, 100)]
    [InlineData("app.db", 22, 100)]
    [InlineData("app.db.anchor", 31, 30)]
    public async Task Changed_bits_are_found_or_harmless(string file, int seed, int count)
    {
        var truth = await MakeAsync();
        var random = new Random(seed);
        for (var i = 0; i < count; i++)
        {
            var image = truth.Copy();
            var place = random.Next(image[file].Length);
            for (var bits = random.Next(1, 4); bits > 0; bits--) image[file][Math.Min(place + random.Next(8), image[file].Length - 1)] ^= (byte)(1 << random.Next(8));
            await LookAsync(truth, image, FormattableString.Invariant($"{file} with seed {seed}, case {i}, byte {place}"));
        }
    }

    [Theory]
    [InlineData("app.db-wal", 41)]
    [InlineData("app.db", 42)]
    public async Task A_page_that_was_never_written_is_found_or_harmless(string file, int seed)
    {
        var truth = await MakeAsync();
        var random = new Random(seed);
        for (var i = 0; i < 25; i++)
        {
            var image = truth.Copy();
            var place = random.Next(image[file].Length / 512) * 512;
            image[file].AsSpan(place, 512).Clear();
            await LookAsync(truth, image, FormattableString.Invariant($"{file} with seed {seed}, case {i}, sector at byte {place}"));
        }
    }

    /// <summary>What is beyond the cut may be saved by somebody; SQLite would delete it when it closes the file.</summary>
    [Fact]
    public async Task What_is_refused_keeps_its_log()
    {
        var truth = await MakeAsync();
        var image = truth.Copy();
        image["app.db-wal"][image["app.db-wal"].Length / 2] ^= 1;
        _folder.Restore(image);
        await AssertFaultAsync(HistoryFault.Shortfall, async () => await _folder.OpenHistoryAsync(Token));
        foreach (var (name, bytes) in _folder.Image()) Assert.True(bytes.AsSpan().SequenceEqual(image[name]), $"{name} was changed.");
    }

    [Fact]
    public async Task A_faulty_structure_is_told_when_asked_for()
    {
        await using (var history = await _folder.OpenHistoryAsync(Token))
        {
            await FillAsync(history, 20, Token);
            Assert.Empty(await history.CheckStructureAsync(Token));
        }

        // The header says how many pages are free.
        var bytes = await File.ReadAllBytesAsync(_folder.Database, Token);
        bytes[39] += 3;
        await File.WriteAllBytesAsync(_folder.Database, bytes, Token);
        await using var damaged = await _folder.OpenHistoryAsync(Token);
        Assert.NotEmpty(await damaged.CheckStructureAsync(Token));
    }

    /// <summary>Cuts the log. Whether that was noticed.</summary>
    private async Task<bool> CutAsync(Truth truth, int length)
    {
        var image = truth.Copy();
        image["app.db-wal"] = image["app.db-wal"][..length];
        return await LookAsync(truth, image, FormattableString.Invariant($"log cut at byte {length}"));
    }

    /// <summary>Opens an image as it is and, if it is refused, with the loss accepted, and compares what there is with the truth. Whether opening was refused.</summary>
    private async Task<bool> LookAsync(Truth truth, Dictionary<string, byte[]> image, string place)
    {
        _folder.Restore(image);
        if (await TryAsync(truth, isWhole: true, place)) return false;
        _folder.Restore(image);
        await TryAsync(truth, isWhole: false, place);
        return true;
    }

    private async Task<bool> TryAsync(Truth truth, bool isWhole, string place)
    {
        SqliteHistory history;
        try
        {
            history = await _folder.OpenHistoryAsync(Token, allowShortfall: !isWhole);
        }
        catch (HistoryException error)
        {
            Assert.True(error.Fault is HistoryFault.Shortfall or HistoryFault.Corrupt or HistoryFault.Foreign or HistoryFault.NewerFormat, $"{place}: {error}");
            return false;
        }

        await using (history)
        {
            await CompareAsync(truth, history, Shop, isWhole, place);
            await CompareAsync(truth, history, Other, isWhole, place);
            await GoOnAsync(history, place);
        }

        return true;
    }

    private static async Task CompareAsync(Truth truth, SqliteHistory history, string registry, bool isWhole, string place)
    {
        var head = await history.GetHeadAsync(registry, Token);
        Assert.True(truth.Heads[registry].Contains(head), $"{place}: '{registry}' has a head that never was, {head}.");
        if (isWhole) Assert.True(head == truth.Heads[registry][^1], $"{place}: '{registry}' lost versions, and nobody was told.");
        var revision = head.CompactedRevision;
        try
        {
            await foreach (var version in history.ReadAsync(registry, head.CompactedRevision, long.MaxValue, Token))
            {
                AssertSame(truth.Versions[registry][(int)revision], version);
                revision++;
            }

            Assert.Equal(head.Revision, revision);
            foreach (var checkpoint in await history.ListCheckpointsAsync(registry, Token))
            {
                var read = await history.ReadCheckpointAsync(registry, checkpoint, Token);
                Assert.True(read!.Data.Span.SequenceEqual(truth.Checkpoint), $"{place}: the checkpoint is another.");
            }

            Assert.All(await history.GetAcknowledgementsAsync(registry, Token), pair => Assert.Equal(2, pair.Value));
        }
        catch (HistoryException error)
        {
            Assert.True(error.Fault is HistoryFault.Corrupt, $"{place}: {error}");
        }
    }

    private static async Task GoOnAsync(SqliteHistory history, string place)
    {
        try
        {
            var head = await history.GetHeadAsync(Shop, Token);
            var version = Next(head);
            Assert.True((await history.AppendAsync(Shop, head, [version], Token)).IsAppended, place);
            AssertSame(version, await history.ReadAsync(Shop, version.Version.Revision, Token));
        }
        catch (HistoryException error)
        {
            Assert.True(error.Fault is HistoryFault.Corrupt, $"{place}: {error}");
        }
    }

    /// <summary>Two registries, half of them in the database and half in the log, as if the process ended there.</summary>
    private async Task<Truth> MakeAsync()
    {
        var truth = new Truth();
        await using var history = await _folder.OpenHistoryAsync(Token);
        for (var i = 0; i < 16; i++)
        {
            await AppendAsync(truth, history, Shop, i % 5 == 4 ? 9000 : 100);
            if (i % 2 == 0) await AppendAsync(truth, history, Other, 300);
            if (i == 5) await history.WriteCheckpointAsync(Shop, new(3, truth.Checkpoint), Token);
            if (i == 7) await history.AcknowledgeAsync(Shop, "somebody", 2, Token);
            if (i == 8) await history.Worker.ReadAsync(static connection => connection.Number("PRAGMA wal_checkpoint(RESTART)"), Token);
        }

        truth.Image = _folder.Image();
        return truth;
    }

    private static async Task AppendAsync(Truth truth, SqliteHistory history, string registry, int dataSize)
    {
        var head = await history.GetHeadAsync(registry, Token);
        var version = Next(head, dataSize: dataSize);
        var outcome = await history.AppendAsync(registry, head, [version], Token);
        truth.Versions[registry].Add(version);
        truth.Heads[registry].Add(outcome.Head);
    }

    private sealed class Truth
    {
        public Dictionary<string, List<HistoryVersion>> Versions { get; } = new() { [Shop] = [], [Other] = [] };

        public Dictionary<string, List<HistoryHead>> Heads { get; } = new() { [Shop] = [default], [Other] = [default] };

        public byte[] Checkpoint { get; } = [.. Enumerable.Range(0, 20_000).Select(static i => (byte)(i * 7))];

        public Dictionary<string, byte[]> Image { get; set; } = [];

        public Dictionary<string, byte[]> Copy() => Image.ToDictionary(static pair => pair.Key, static pair => (byte[])pair.Value.Clone());
    }
}
