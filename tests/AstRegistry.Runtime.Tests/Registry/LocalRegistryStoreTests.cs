using static AstRegistry.Runtime.Tests.Registry.Sample;

namespace AstRegistry.Runtime.Tests.Registry;

public sealed class LocalRegistryStoreTests : RegistryStoreContract
{
    private VersionedRegistry _registry = null!;

    public override ValueTask DisposeAsync() => _registry.DisposeAsync();

    [Fact]
    public async Task The_actor_is_kept_with_the_versions()
    {
        var store = new LocalRegistryStore(_registry, "ann");

        Assert.Equal("ann", (await store.SetAsync(Entry("a"), Token)).Actor);
        Assert.Throws<ArgumentException>(() => new LocalRegistryStore(_registry, "\ud800"));
    }

    [Fact]
    public async Task A_closed_registry_refuses_changes_and_is_still_read()
    {
        var store = new LocalRegistryStore(_registry);
        await store.SetAsync(Entry("a"), Token);
        await _registry.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(async () => await store.SetAsync(Entry("b"), Token));
        Assert.True(await store.HasAsync(EntryId.Parse("shop:a"), Token));
    }

    protected override async ValueTask<IRegistryStore> OpenAsync()
    {
        _registry = await VersionedRegistry.OpenAsync(cancellationToken: Token);
        _registry.Handle("guard", "forbidden", static (operation, _) =>
        {
            operation.Reject("not here");
            return default;
        });
        return new LocalRegistryStore(_registry);
    }
}
