using AstRegistry.Sqlite;
using static AstRegistry.Storage.Conformance.Contract.TestVersions;

namespace AstRegistry.Storage.Conformance.Sqlite;

/// <summary>The anchor notices what was lost.</summary>
public sealed class SqliteAnchorTests : IDisposable
{
    private readonly SqliteFolder _folder = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_older_copy_of_the_database_is_refused_and_the_loss_named()
    {
        await FillAsync(3);
        var old = await File.ReadAllBytesAsync(_folder.Database, Token);
        await FillAsync(4);
        await File.WriteAllBytesAsync(_folder.Database, old, Token);

        var error = await AssertFaultAsync(HistoryFault.Shortfall, OpenAsync);
        Assert.Contains("'shop' was acknowledged through version 7 and has 3", error.Message, StringComparison.Ordinal);
        Assert.Contains(nameof(SqliteHistoryOptions.AllowShortfall), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lost_move_is_noticed()
    {
        await FillAsync(3);
        var old = await File.ReadAllBytesAsync(_folder.Database, Token);
        await using (var history = await _folder.OpenHistoryAsync(Token))
        {
            Assert.True((await history.MoveAsync(Shop, await history.GetHeadAsync(Shop, Token), 1, Token)).IsAppended);
        }

        await File.WriteAllBytesAsync(_folder.Database, old, Token);
        await AssertFaultAsync(HistoryFault.Shortfall, OpenAsync);
    }

    [Fact]
    public async Task Other_versions_of_the_same_number_are_noticed()
    {
        await FillAsync(3);
        var old = _folder.Image();
        await FillAsync(2);
        var anchor = await File.ReadAllBytesAsync(_folder.Anchor, Token);

        _folder.Restore(old);
        await FillAsync(1);
        await FillAsync(5);
        await File.WriteAllBytesAsync(_folder.Anchor, anchor, Token);
        var error = await AssertFaultAsync(HistoryFault.Shortfall, OpenAsync);
        Assert.Contains("version 5 of 'shop' is another", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_database_that_is_gone_is_noticed(bool isEmptied)
    {
        await FillAsync(3);
        File.Delete(_folder.Database);
        if (isEmptied) await File.WriteAllBytesAsync(_folder.Database, [], Token);
        var before = _folder.Image();

        var error = await AssertFaultAsync(HistoryFault.Shortfall, OpenAsync);
        Assert.Contains("'shop' was acknowledged through version 3 and is not there", error.Message, StringComparison.Ordinal);
        Assert.Equal(before.Keys.Order(), _folder.Image().Keys.Order());
    }

    [Fact]
    public async Task A_missing_anchor_is_refused()
    {
        await FillAsync(3);
        File.Delete(_folder.Anchor);
        var error = await AssertFaultAsync(HistoryFault.Shortfall, OpenAsync);
        Assert.Contains(_folder.Anchor, error.Message, StringComparison.Ordinal);
        Assert.Contains("'shop' through version 3", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_anchor_is_refused()
    {
        await FillAsync(3);
        await File.WriteAllTextAsync(_folder.Anchor, "Weigh anchor!", Token);
        var error = await AssertFaultAsync(HistoryFault.Corrupt, OpenAsync);
        Assert.Contains(_folder.Anchor, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_newer_anchor_is_refused_even_where_a_shortfall_is_allowed()
    {
        await FillAsync(3);
        var bytes = await File.ReadAllBytesAsync(_folder.Anchor, Token);
        AnchorHeader.Write(bytes, version: 2);
        await File.WriteAllBytesAsync(_folder.Anchor, bytes, Token);
        var error = await AssertFaultAsync(HistoryFault.NewerFormat, async () => await _folder.OpenHistoryAsync(Token, allowShortfall: true));
        Assert.Contains("form 2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_shortfall_that_is_allowed_is_so_once()
    {
        await FillAsync(3);
        var old = await File.ReadAllBytesAsync(_folder.Database, Token);
        await FillAsync(4);
        await File.WriteAllBytesAsync(_folder.Database, old, Token);
        await using (var history = await _folder.OpenHistoryAsync(Token, allowShortfall: true))
        {
            Assert.Equal(3, (await history.GetHeadAsync(Shop, Token)).Revision);
        }

        await FillAsync(1);
        var newer = await File.ReadAllBytesAsync(_folder.Database, Token);
        await FillAsync(1);
        await File.WriteAllBytesAsync(_folder.Database, newer, Token);
        await AssertFaultAsync(HistoryFault.Shortfall, OpenAsync);
    }

    [Theory]
    [InlineData("missing")]
    [InlineData("damaged")]
    [InlineData("database gone")]
    public async Task Whatever_is_wrong_can_be_accepted(string fault)
    {
        await FillAsync(3);
        if (fault == "missing") File.Delete(_folder.Anchor);
        else if (fault == "damaged") await File.WriteAllBytesAsync(_folder.Anchor, new byte[1000], Token);
        else File.Delete(_folder.Database);
        await using (var history = await _folder.OpenHistoryAsync(Token, allowShortfall: true)) await FillAsync(history, 1, Token);
        await FillAsync(1);
    }

    [Fact]
    public async Task One_damaged_place_of_a_registry_is_survived()
    {
        await FillAsync(3);
        var bytes = await File.ReadAllBytesAsync(_folder.Anchor, Token);
        for (var slot = 0; slot < 2; slot++)
        {
            var damaged = (byte[])bytes.Clone();
            damaged.AsSpan(AnchorHeader.Size + (slot * AnchorSlot.Size), AnchorSlot.Size).Fill(0x5A);
            await File.WriteAllBytesAsync(_folder.Anchor, damaged, Token);
            await OpenAsync();
        }

        bytes.AsSpan(AnchorHeader.Size).Fill(0x5A);
        await File.WriteAllBytesAsync(_folder.Anchor, bytes, Token);
        await AssertFaultAsync(HistoryFault.Corrupt, OpenAsync);
    }

    /// <summary>What is in the files at the moment of an acknowledgement is what is left where the process is killed then.</summary>
    [Fact]
    public async Task Each_acknowledged_version_is_covered_at_once()
    {
        await using var history = await _folder.OpenHistoryAsync(Token);
        for (var i = 1; i <= 20; i++)
        {
            var head = await FillAsync(history, 1, Token);
            var entry = Assert.Single(AnchorContents.Read(_folder.Anchor).Records).Entry;
            Assert.Equal(new AnchorEntry(Shop, head.Revision, head.Epoch, head.Hash), entry);
            using var copy = new SqliteFolder();
            copy.Restore(_folder.Image());
            await using var survivor = await copy.OpenHistoryAsync(Token);
            Assert.Equal(head, await survivor.GetHeadAsync(Shop, Token));
        }
    }

    /// <summary>A key that points nowhere is found out when the transaction ends, so that nothing fails before that.</summary>
    [Fact]
    public async Task What_does_not_become_durable_does_not_reach_the_anchor()
    {
        const string Refuse = """
            PRAGMA foreign_keys = ON;
            CREATE TEMP TABLE known (id INTEGER PRIMARY KEY);
            CREATE TEMP TABLE pointer (id INTEGER REFERENCES known (id) DEFERRABLE INITIALLY DEFERRED);
            CREATE TEMP TRIGGER refuse AFTER INSERT ON version BEGIN INSERT INTO pointer VALUES (1); END;
            """;
        await using var history = await _folder.OpenHistoryAsync(Token);
        var head = await FillAsync(history, 3, Token);
        await history.Worker.ReadAsync(static connection => Execute(connection, Refuse), Token);
        await Assert.ThrowsAsync<HistoryException>(async () => await history.AppendAsync(Shop, head, [Next(head)], Token));

        Assert.Equal(3, Assert.Single(AnchorContents.Read(_folder.Anchor).Records).Entry.Revision);
        Assert.Equal(head, await history.GetHeadAsync(Shop, Token));
        await history.Worker.ReadAsync(static connection => Execute(connection, "DROP TRIGGER refuse"), Token);
        Assert.Equal(4, (await FillAsync(history, 1, Token)).Revision);
    }

    [Fact]
    public async Task A_registry_has_its_record_before_its_first_version_is_durable()
    {
        await using var history = await _folder.OpenHistoryAsync(Token);
        await FillAsync(history, 1, Token);

        // The table refuses this head, so that the transaction fails after the record was made.
        var before = AnchorContents.Read(_folder.Anchor).Records.Count;
        await history.Worker.ReadAsync(static connection => Execute(connection, "CREATE TEMP TRIGGER refuse BEFORE INSERT ON head WHEN new.registry = 'other' BEGIN SELECT raise(ABORT, 'no'); END"), Token);
        await Assert.ThrowsAsync<HistoryException>(async () => await Contract.TestVersions.FillAsync(history, 1, Token, "other"));
        Assert.Equal(before + 1, AnchorContents.Read(_folder.Anchor).Records.Count);
    }

    [Fact]
    public async Task Long_names_are_told_apart()
    {
        var names = new[] { new string('名', 512), new string('名', 511) + "a", "n" };
        await using (var history = await _folder.OpenHistoryAsync(Token))
        {
            for (var i = 0; i < names.Length; i++) await Contract.TestVersions.FillAsync(history, i + 1, Token, names[i]);
        }

        await using var again = await _folder.OpenHistoryAsync(Token);
        for (var i = 0; i < names.Length; i++) Assert.Equal(i + 1, (await again.GetHeadAsync(names[i], Token)).Revision);
    }

    [Fact]
    public async Task A_registry_with_two_records_is_refused()
    {
        await FillAsync(3);
        var bytes = await File.ReadAllBytesAsync(_folder.Anchor, Token);
        await File.WriteAllBytesAsync(_folder.Anchor, [.. bytes, .. bytes[AnchorHeader.Size..]], Token);
        var error = await AssertFaultAsync(HistoryFault.Corrupt, OpenAsync);
        Assert.Contains("two records", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_form_is_as_it_was_published()
    {
        var header = new byte[AnchorHeader.Size];
        AnchorHeader.Write(header);
        Assert.Equal("C2894153" + "54410D0A" + "01000000", Convert.ToHexString(header.AsSpan(0, 12)));
        Assert.Equal(1, AnchorHeader.Read(header));

        var slot = new byte[AnchorSlot.Size];
        AnchorSlot.Write(slot, 7, AnchorSlot.KeyOf("shop"), new("shop", 3, 5, AnchorSlot.KeyOf("hash")));
        Assert.Equal("04000000" + "0700000000000000" + "0300000000000000" + "0500000000000000", Convert.ToHexString(slot.AsSpan(4, 28)));
        Assert.Equal("73686F70", Convert.ToHexString(slot.AsSpan(96, 4)));
        Assert.True(AnchorSlot.TryRead(slot, out var sequence, out var key, out var entry));
        Assert.Equal((7, AnchorSlot.KeyOf("shop"), new AnchorEntry("shop", 3, 5, AnchorSlot.KeyOf("hash"))), (sequence, key, entry));
    }

    [Fact]
    public void A_slot_with_one_bit_changed_is_not_read()
    {
        var slot = new byte[AnchorSlot.Size];
        AnchorSlot.Write(slot, 7, AnchorSlot.KeyOf("shop"), new("shop", 3, 5, AnchorSlot.KeyOf("hash")));
        for (var bit = 0; bit < slot.Length * 8; bit++)
        {
            slot[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(AnchorSlot.TryRead(slot, out _, out _, out _));
            slot[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }

    private static bool Execute(EngineConnection connection, string sql)
    {
        connection.Execute(sql);
        return true;
    }

    private async Task OpenAsync() => await (await _folder.OpenHistoryAsync(Token)).DisposeAsync();

    private async Task FillAsync(int count)
    {
        await using var history = await _folder.OpenHistoryAsync(Token);
        await FillAsync(history, count, Token);
    }

    private static Task<HistoryHead> FillAsync(SqliteHistory history, int count, CancellationToken token) => Contract.TestVersions.FillAsync(history, count, token);
}
