using AstRegistry.Storage.Crash.Protocol;

namespace AstRegistry.Storage.Conformance.Crashes;

/// <summary>What killed processes have shown about durable handlers, in small.</summary>
public sealed class RedeliveryTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Versions 3 and 4 were made from 1 and 2, which are compacted away, so that no way leads from the one to the other.</summary>
    [Fact]
    public async Task A_handler_is_told_of_a_version_whose_common_ancestor_with_the_last_one_is_gone()
    {
        await using var history = new MemoryHistory();
        await using (var registry = await OpenAsync(history))
        {
            using (var handling = registry.Handle("witness", "**", new Listener([]), new() { IsDurable = true }))
            {
                await CommitAsync(registry, "one");
                await CommitAsync(registry, "two");
                await registry.CheckoutAsync(1, Cancellation);
                await CommitAsync(registry, "three");
            }

            await registry.CheckoutAsync(2, Cancellation);
            await CommitAsync(registry, "four");
            await registry.CompactAsync(2, Cancellation);
        }

        var told = new List<long>();
        await using var reopened = await OpenAsync(history);
        reopened.Handle("witness", "**", new Listener(told), new() { IsDurable = true });
        await CommitAsync(reopened, "five");

        Assert.Equal([4, 5], told);
    }

    private static Task<VersionedRegistry> OpenAsync(IRegistryHistory history) => VersionedRegistry.OpenAsync(new() { History = history }, Cancellation);

    private static async Task CommitAsync(VersionedRegistry registry, string name)
    {
        var outcome = await registry.CommitAsync(new(RegistryOperation.Create(Change.EntryOf($"{Change.Quiet}:{name}", name))), cancellationToken: Cancellation);
        Assert.True(outcome.IsCommitted);
    }
}
