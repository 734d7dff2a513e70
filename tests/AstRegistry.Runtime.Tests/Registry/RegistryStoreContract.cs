using static AstRegistry.Runtime.Tests.Registry.Sample;

namespace AstRegistry.Runtime.Tests.Registry;

/// <summary>What every <see cref="IRegistryStore"/> does, wherever its entries are. An implementation derives from it and opens a store.</summary>
public abstract class RegistryStoreContract : IAsyncLifetime
{
    private IRegistryStore _store = null!;

    protected static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => _store = await OpenAsync();

    public abstract ValueTask DisposeAsync();

    /// <summary>An empty store. A handler named <c>guard</c> rejects entries of the kind <c>forbidden</c> with the reason <c>not here</c>.</summary>
    protected abstract ValueTask<IRegistryStore> OpenAsync();

    [Fact]
    public async Task What_is_set_is_there()
    {
        var entry = new RegistryEntry(EntryId.Parse("a.b:odd name: ü/%?#"), "function.scheme", RegistryValue.MapOf(("x", 1)), RegistryValue.ListOf("text", 2.5, true, default));
        var version = await _store.SetAsync(entry, Token);

        Assert.Equal((1, 1), (version.Revision, version.OperationCount));
        Assert.Equal(entry, await _store.GetAsync(entry.Id, Token));
        Assert.Equal(entry, await _store.FindAsync(entry.Id, Token));
        Assert.True(await _store.HasAsync(entry.Id, Token));
        Assert.Equal(1, await _store.CountAsync(null, Token));
    }

    [Fact]
    public async Task A_missing_entry_is_an_error_that_lists_near_ids()
    {
        await SetAsync("basket", "cart", "other:cart");

        foreach (var attempt in new Func<Task>[] { async () => await _store.GetAsync(Id("carts"), Token), async () => await _store.UpdateAsync(Entry("carts"), Token), async () => await _store.DeleteAsync(Id("carts"), Token) })
        {
            var error = await Assert.ThrowsAsync<EntryNotFoundException>(attempt);
            Assert.Equal(Id("carts"), error.Id);
            Assert.Contains("shop:cart", error.Near);
        }

        Assert.Null(await _store.FindAsync(Id("carts"), Token));
        Assert.False(await _store.HasAsync(Id("carts"), Token));
        Assert.Equal(3, await _store.CountAsync(null, Token));
    }

    [Fact]
    public async Task A_duplicate_is_an_error_and_changes_nothing()
    {
        await _store.SetAsync(Entry("a", 1), Token);

        Assert.Equal(Id("a"), (await Assert.ThrowsAsync<DuplicateEntryException>(async () => await _store.SetAsync(Entry("a", 2), Token))).Id);

        Assert.Equal(Entry("a", 1), await _store.GetAsync(Id("a"), Token));
    }

    [Fact]
    public async Task An_entry_is_updated_and_deleted()
    {
        await _store.SetAsync(Entry("a"), Token);

        Assert.Equal(2, (await _store.UpdateAsync(Entry("a", 5), Token)).Revision);
        Assert.Equal(Entry("a", 5), await _store.GetAsync(Id("a"), Token));
        Assert.Equal(3, (await _store.DeleteAsync(Id("a"), Token)).Revision);
        Assert.Equal(0, await _store.CountAsync(null, Token));
    }

    [Fact]
    public async Task Entries_are_listed_in_order()
    {
        await SetAsync("z:b", "shop:c", "shop:a", "shop.sub:x", "shop:B");

        Assert.Equal(["shop", "shop.sub", "z"], await _store.ListNamespacesAsync(Token));
        Assert.Equal(["B", "a", "c"], await _store.ListNamesAsync("shop", Token));
        Assert.Empty(await _store.ListNamesAsync("nowhere", Token));
        Assert.Equal((5, 3, 0), (await _store.CountAsync(null, Token), await _store.CountAsync("shop", Token), await _store.CountAsync("nowhere", Token)));
        Assert.Equal(["shop:B", "shop:a", "shop:c", "shop.sub:x", "z:b"], await ReadAsync(null));
        Assert.Equal(["shop:B", "shop:a", "shop:c"], await ReadAsync("shop"));
        Assert.Empty(await ReadAsync("nowhere"));
    }

    [Fact]
    public async Task Several_are_found_in_the_order_asked_for()
    {
        await SetAsync("a", "b");

        Assert.Equal([Entry("b"), null, Entry("a"), Entry("b")], await _store.FindAsync([Id("b"), Id("none"), Id("a"), Id("b")], Token));
        Assert.Empty(await _store.FindAsync(Array.Empty<EntryId>(), Token));
    }

    [Fact]
    public async Task A_namespace_or_all_is_cleared()
    {
        await SetAsync("a", "b", "other:c");

        Assert.Equal(2, await _store.ClearAsync("shop", Token));
        Assert.Equal(["other:c"], await ReadAsync(null));
        Assert.Equal(0, await _store.ClearAsync("shop", Token));
        Assert.Equal(1, await _store.ClearAsync(null, Token));
        Assert.Equal(0, await _store.CountAsync(null, Token));
    }

    [Fact]
    public async Task A_batch_is_all_or_nothing()
    {
        await _store.SetAsync(Entry("a"), Token);

        var done = await _store.BatchAsync(new([.. Create("b"), .. Update("a", 1)]), new() { Actor = "ann" }, Token);
        Assert.Equal((2, "ann"), (done.Version.Revision, done.Version.Actor));
        Assert.Equal([RegistryOperation.Create(Entry("b")), RegistryOperation.Update(Entry("a", 1), Entry("a"))], done.Changes);

        var refused = await Assert.ThrowsAsync<CommitRejectedException>(async () => await _store.BatchAsync(new([.. Create("c"), .. Create("a"), .. Delete("none")]), null, Token));
        var conflict = Assert.IsType<CommitOutcome.Conflict>(refused.Outcome);
        Assert.Equal([new(Id("a"), KeyConflictReason.AlreadyExists), new(Id("none"), KeyConflictReason.Missing)], conflict.Keys);
        await Assert.ThrowsAsync<DuplicateEntryException>(async () => await _store.BatchAsync(new([.. Create("c"), .. Create("a")]), null, Token));
        await Assert.ThrowsAsync<EntryNotFoundException>(async () => await _store.BatchAsync(new([.. Create("c"), .. Delete("none")]), null, Token));
        Assert.Equal(["shop:a", "shop:b"], await ReadAsync(null));
    }

    [Fact]
    public async Task A_batch_of_one_name_is_carried_out_once()
    {
        var options = new CommitOptions { CommitId = Guid.NewGuid() };

        var first = await _store.BatchAsync(Create("a"), options, Token);
        var again = await _store.BatchAsync(Create("a"), options, Token);

        Assert.Equal(first.Version, again.Version);
    }

    [Fact]
    public async Task What_a_handler_refuses_is_an_error_with_its_reason()
    {
        var error = await Assert.ThrowsAsync<CommitRejectedException>(async () => await _store.SetAsync(Entry("a", kind: "forbidden"), Token));

        var rejected = Assert.IsType<CommitOutcome.Rejected>(error.Outcome);
        Assert.Equal(("guard", "not here", Id("a")), (rejected.Handler, rejected.Reason, rejected.Operation.Id));
        Assert.Contains("not here", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, await _store.CountAsync(null, Token));
    }

    [Fact]
    public async Task Cancelled_calls_do_nothing()
    {
        await _store.SetAsync(Entry("a"), Token);
        var cancelled = new CancellationToken(canceled: true);

        foreach (var attempt in new Func<Task>[]
        {
            async () => await _store.GetAsync(Id("a"), cancelled), async () => await _store.CountAsync(null, cancelled), async () => await _store.SetAsync(Entry("b"), cancelled),
            async () => await _store.ClearAsync(null, cancelled), async () => await _store.BatchAsync(Create("c"), null, cancelled),
        })
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(attempt);
        }

        Assert.Equal(["shop:a"], await ReadAsync(null));
    }

    [Fact]
    public async Task Many_may_change_it_at_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(async () => await _store.SetAsync(Entry($"e{i}"), Token), Token)));
        await Task.WhenAll(Enumerable.Range(0, 50).Select(i => Task.Run(async () => await (i % 2 == 0 ? _store.UpdateAsync(Entry($"e{i}", 1), Token) : _store.DeleteAsync(Id($"e{i}"), Token)), Token)));

        Assert.Equal(25, await _store.CountAsync("shop", Token));
        await foreach (var entry in _store.ReadAsync("shop", Token)) Assert.Equal(1, entry.Data.AsInteger());
    }

    private static EntryId Id(string id) => EntryId.Parse(id, "shop");

    private async Task SetAsync(params string[] ids)
    {
        foreach (var id in ids) await _store.SetAsync(Entry(id), Token);
    }

    private async Task<string[]> ReadAsync(string? @namespace)
    {
        var ids = new List<string>();
        await foreach (var entry in _store.ReadAsync(@namespace, Token)) ids.Add(entry.Id.ToString());
        return [.. ids];
    }
}
