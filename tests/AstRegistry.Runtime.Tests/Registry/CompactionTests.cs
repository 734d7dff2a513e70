using AstRegistry.Runtime.Tests.Transactions;
using static AstRegistry.Runtime.Tests.Registry.Sample;

namespace AstRegistry.Runtime.Tests.Registry;

public sealed class CompactionTests : IAsyncDisposable
{
    private readonly MemoryHistory _history = new();
    private readonly List<RegistryNotice> _notices = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public ValueTask DisposeAsync() => _history.DisposeAsync();

    [Fact]
    public async Task Versions_up_to_one_are_gone_and_the_others_are_as_they_were()
    {
        await using var registry = await BranchedAsync();
        var states = new Dictionary<long, string>();
        for (var revision = 4; revision <= 6; revision++) states.Add(revision, Text(await registry.LoadStateAsync(revision, Token)));

        await registry.CompactAsync(3, Token);

        for (var revision = 0; revision <= 3; revision++)
        {
            var error = await Assert.ThrowsAsync<CompactedException>(async () => await registry.LoadStateAsync(revision, Token));
            Assert.Equal((revision, 3), (error.Revision, error.CompactedRevision));
            await Assert.ThrowsAsync<CompactedException>(() => registry.CheckoutAsync(revision, Token));
        }

        await AreAsync(registry, states);
        await using var reopened = await VersionedRegistry.OpenAsync(new() { History = _history }, Token);
        await AreAsync(reopened, states);
        Assert.Equal(3, reopened.Head.CompactedRevision);
        Assert.True((await reopened.VerifyAsync(Token)).IsSound);
    }

    [Fact]
    public async Task Versions_without_common_ancestor_are_still_compared_and_gone_to()
    {
        await using var registry = await BranchedAsync();

        // 4 was made from 3, and 5 from 1; both parents go.
        await registry.CompactAsync(3, Token);

        Assert.Throws<UnknownVersionException>(() => registry.Versions.CommonAncestor(4, 6));
        Assert.Equal("Delete shop:d, Create shop:b, Create shop:c, Update shop:a", string.Join(", ", (await registry.DiffAsync(6, 4, Token)).OrderBy(static operation => operation.Kind == RegistryOperationKind.Delete ? 0 : operation.Kind == RegistryOperationKind.Create ? 1 : 2)));
        await Done(registry.CheckoutAsync(4, Token));
        Assert.Equal("a=1 b=2 c=0", Text(registry.Current));
        Assert.Equal(4, (await Done(registry.CommitAsync(Create("z"), null, Token))).Version.Parent);
    }

    [Fact]
    public async Task A_commit_whose_version_is_gone_is_a_new_one()
    {
        await using var registry = await VersionedRegistry.OpenAsync(new() { History = _history }, Token);
        var id = Guid.NewGuid();
        await Done(registry.CommitAsync(Create("a"), new() { CommitId = id }, Token));
        await Done(registry.CommitAsync(Delete("a"), null, Token));
        await registry.CompactAsync(1, Token);

        Assert.Equal(3, (await Done(registry.CommitAsync(Create("a"), new() { CommitId = id }, Token))).Version.Revision);
    }

    [Fact]
    public async Task The_current_version_stays()
    {
        await using var registry = await BranchedAsync();

        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => registry.CompactAsync(6, Token));
        await Done(registry.CheckoutAsync(2, Token));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => registry.CompactAsync(2, Token));
        await registry.CompactAsync(1, Token);
        await registry.CompactAsync(1, Token);
        await registry.CompactAsync(0, Token);

        Assert.Equal(1, registry.Head.CompactedRevision);
    }

    [Fact]
    public async Task It_is_done_by_itself_when_the_options_ask_for_it()
    {
        await using var registry = await VersionedRegistry.OpenAsync(new() { History = _history, RetainedVersions = 10, OnNotice = Note }, Token);
        for (var i = 1; i <= 20; i++) await Done(registry.CommitAsync(Create($"e{i}"), null, Token));
        await CompactedAsync();

        Assert.Equal(10, registry.Head.CompactedRevision);
        Assert.Equal(11, (await registry.LoadStateAsync(11, Token)).Count);
        Assert.Equal(20, registry.Current.Count);
    }

    [Fact]
    public async Task By_itself_it_leaves_what_a_durable_handler_has_not_seen()
    {
        await _history.AcknowledgeAsync("registry", "elsewhere", 4, Token);
        await using var registry = await VersionedRegistry.OpenAsync(new() { History = _history, RetainedVersions = 10, OnNotice = Note }, Token);
        for (var i = 1; i <= 20; i++) await Done(registry.CommitAsync(Create($"e{i}"), null, Token));
        await CompactedAsync();

        Assert.Equal(4, registry.Head.CompactedRevision);
    }

    [Fact]
    public async Task A_durable_handler_behind_it_is_told_of_the_rest()
    {
        await using (var registry = await BranchedAsync())
        {
            await _history.AcknowledgeAsync("registry", "index", 1, Token);
            await registry.CompactAsync(5, Token);
        }

        await using var reopened = await VersionedRegistry.OpenAsync(new() { History = _history, OnNotice = Note }, Token);
        var handler = new LoggingHandler();
        reopened.Handle("index", "**", handler, new() { IsDurable = true });
        await Done(reopened.CommitAsync(ChangeSet.Empty, null, Token));

        Assert.Equal(["Commit 5→6: Create shop:d again"], handler.Log);
        Assert.Contains(_notices, static notice => notice is { Kind: RegistryNoticeKind.RedeliveryGap, Handler: "index", Revision: 5 });
    }

    [Fact]
    public void Snapshots_in_memory_are_thinned()
    {
        var snapshots = new AstRegistry.Registry.RetainedSnapshots(10, 4);
        for (var revision = 1; revision <= 200; revision++) snapshots.Offer(new(new(revision, revision - 1, default, "", Guid.Empty, 0), RegistrySnapshot.Empty.Table));

        Assert.InRange(snapshots.Count, 2, 4);
        Assert.True(snapshots.TryGet(160, out _));
        Assert.False(snapshots.TryGet(10, out _));
        snapshots.Compact(160);
        Assert.False(snapshots.TryGet(160, out _));
    }

    /// <summary>0 – 1 – 2 – 3 – 4, and 1 – 5 – 6, which is current.</summary>
    private async Task<VersionedRegistry> BranchedAsync()
    {
        var registry = await VersionedRegistry.OpenAsync(new() { History = _history }, Token);
        await Done(registry.CommitAsync(Create("a"), null, Token));
        await Done(registry.CommitAsync(Update("a", 1), null, Token));
        await Done(registry.CommitAsync(Create("b"), null, Token));
        await Done(registry.CommitAsync(new([.. Update("b", 2), .. Create("c")]), null, Token));
        await Done(registry.CheckoutAsync(1, Token));
        await Done(registry.CommitAsync(Update("a", 9), null, Token));
        await Done(registry.CommitAsync(Create("d"), null, Token));
        return registry;
    }

    private static async Task AreAsync(VersionedRegistry registry, Dictionary<long, string> states)
    {
        foreach (var (revision, text) in states)
        {
            Assert.Equal(text, Text(await registry.LoadStateAsync(revision, Token)));
            await Done(registry.CheckoutAsync(revision, Token));
            Assert.Equal(text, Text(registry.Current));
        }
    }

    private void Note(RegistryNotice notice)
    {
        lock (_notices) _notices.Add(notice);
    }

    private Task CompactedAsync() => Eventually.HoldsAsync(() =>
    {
        lock (_notices) return _notices.Exists(static notice => notice.Kind == RegistryNoticeKind.Compacted);
    });
}
