using AstRegistry.Codec;
using AstRegistry.History;
using AstRegistry.Snapshots;

namespace AstRegistry.Runtime.Tests.History;

public sealed class HistoryVerifierTests
{
    private const string Registry = "shop";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_history_as_it_was_written_is_sound()
    {
        await using var history = new MemoryHistory();
        var head = await AppendAsync(history, Versions(5));
        await history.WriteCheckpointAsync(Registry, new(3, CheckpointCodec.Encode(3, EntryTable<RegistryEntry>.Empty)), Token);
        var report = await HistoryVerifier.VerifyAsync(history, Registry, Token);

        Assert.True(report.IsSound);
        Assert.Equal((Registry, head, 5, 5, "'shop' is sound: 5 versions through 5."), (report.Registry, report.Head, report.Versions, report.LastSoundRevision, report.ToString()));
    }

    [Fact]
    public async Task An_empty_history_is_sound()
    {
        await using var history = new MemoryHistory();
        Assert.True((await HistoryVerifier.VerifyAsync(history, Registry, Token)).IsSound);
    }

    [Fact]
    public async Task A_compacted_history_is_sound_from_what_is_left()
    {
        await using var history = new MemoryHistory();
        await AppendAsync(history, Versions(5));
        await history.CompactAsync(Registry, 3, [], Token);
        var report = await HistoryVerifier.VerifyAsync(history, Registry, Token);

        Assert.True(report.IsSound);
        Assert.Equal((2, 5), (report.Versions, report.LastSoundRevision));
    }

    [Fact]
    public async Task A_changed_version_ends_what_is_sound()
    {
        var versions = Versions(5);
        versions[2] = versions[2] with { Version = versions[2].Version with { Actor = "somebody else" } };
        await AssertUnsoundAsync(versions, 2, 3, HistoryFault.Corrupt, "Version 3 is damaged: its hash does not follow from the version before and its content.");
    }

    [Fact]
    public async Task A_version_from_another_chain_is_noticed()
    {
        var versions = Versions(5);
        versions[3] = Versions(5, "somebody else")[3];
        await AssertUnsoundAsync(versions, 3, 4, HistoryFault.Corrupt, "hash");
    }

    [Fact]
    public async Task Damaged_bytes_are_named_where_the_chain_covers_them()
    {
        var versions = Versions(2);
        byte[] damaged = [.. versions[1].Changes.Span[..^1], 0];
        versions[1] = versions[1] with { Changes = damaged, Hash = HistoryChain.HashOf(versions[0].Hash, versions[1].Version, damaged) };
        await AssertUnsoundAsync(versions, 1, 2, HistoryFault.Corrupt, "Version 2: The change set is damaged at byte 12: the checksum");
    }

    [Fact]
    public async Task A_newer_form_is_no_damage()
    {
        var versions = Versions(1);
        var newer = Frame.Write(FrameKind.ChangeSet with { Version = 2 }, [0x90]);
        versions[0] = versions[0] with { Changes = newer, Hash = HistoryChain.HashOf(default, versions[0].Version, newer) };
        await AssertUnsoundAsync(versions, 0, 1, HistoryFault.NewerFormat, "Update AstRegistry");
    }

    [Fact]
    public async Task A_count_that_is_wrong_is_noticed()
    {
        var versions = Versions(1);
        var version = versions[0].Version with { OperationCount = 7 };
        versions[0] = versions[0] with { Version = version, Hash = HistoryChain.HashOf(default, version, versions[0].Changes.Span) };
        await AssertUnsoundAsync(versions, 0, 1, HistoryFault.Corrupt, "it should have 7 operations and has 1");
    }

    [Fact]
    public async Task A_parent_that_lies_ahead_is_noticed()
    {
        var versions = Versions(1);
        var version = versions[0].Version with { Parent = 1 };
        versions[0] = versions[0] with { Version = version, Hash = HistoryChain.HashOf(default, version, versions[0].Changes.Span) };
        await AssertUnsoundAsync(versions, 0, 1, HistoryFault.Corrupt, "parent");
    }

    [Fact]
    public async Task A_checkpoint_that_cannot_be_read_is_noticed()
    {
        await using var history = new MemoryHistory();
        await AppendAsync(history, Versions(5));
        await history.WriteCheckpointAsync(Registry, new(2, new byte[] { 1, 2, 3 }), Token);
        await history.WriteCheckpointAsync(Registry, new(4, CheckpointCodec.Encode(3, EntryTable<RegistryEntry>.Empty)), Token);
        var report = await HistoryVerifier.VerifyAsync(history, Registry, Token);

        Assert.Equal([(2L, HistoryFault.Foreign), (4L, HistoryFault.Corrupt)], report.Findings.Select(static finding => (finding.Revision, finding.Fault)));
        Assert.Equal("The checkpoint of version 4 holds version 3.", report.Findings[1].Message);
        Assert.Equal(5, report.LastSoundRevision);
        Assert.False(report.IsSound);
    }

    [Fact]
    public async Task A_history_without_versions_cannot_be_verified()
    {
        await using var history = new NoHistory();
        await AppendAsync(history, Versions(2));
        Assert.Equal(HistoryFault.CannotRewind, (await Assert.ThrowsAsync<HistoryException>(async () => await HistoryVerifier.VerifyAsync(history, Registry, Token))).Fault);
    }

    private static async Task AssertUnsoundAsync(HistoryVersion[] versions, long lastSound, long revision, HistoryFault fault, string message)
    {
        await using var history = new MemoryHistory();
        await AppendAsync(history, versions);
        var report = await HistoryVerifier.VerifyAsync(history, Registry, Token);

        var finding = Assert.Single(report.Findings);
        Assert.Equal((lastSound, lastSound, revision, fault), (report.LastSoundRevision, report.Versions, finding.Revision, finding.Fault));
        Assert.Contains(message, finding.Message, StringComparison.Ordinal);
        Assert.StartsWith(FormattableString.Invariant($"'shop' is sound through version {lastSound} of {versions.Length}."), report.ToString(), StringComparison.Ordinal);
    }

    private static async Task<HistoryHead> AppendAsync(IRegistryHistory history, HistoryVersion[] versions) => (await history.AppendAsync(Registry, default, versions, Token)).Head;

    private static HistoryVersion[] Versions(int count, string actor = "tester")
    {
        var versions = new HistoryVersion[count];
        for (var i = 0; i < count; i++)
        {
            var changes = new ChangeSet(RegistryOperation.Create(new(new("shop", FormattableString.Invariant($"e{i}")), "item")));
            versions[i] = HistoryChain.Create(i == 0 ? default : versions[i - 1].Hash, new(i + 1, i, DateTimeOffset.UnixEpoch, actor, Guid.NewGuid(), 1), changes);
        }

        return versions;
    }
}
