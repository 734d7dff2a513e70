namespace AstRegistry.Storage.Conformance.Contract;

/// <summary>
/// The one suite that every backend passes. A backend derives from it, says how to make a store and which <see cref="HistoryStore"/> flags hold, and
/// inherits a test for each promise in <see cref="HistoryPromises.All"/>.
/// </summary>
/// <typeparam name="THistory">The backend. A test looks for it, so that no backend goes without.</typeparam>
public abstract class HistoryContract<THistory>
    where THistory : IRegistryHistory
{
    /// <summary>Whether the backend keeps versions.</summary>
    protected virtual bool CanRewind => true;

    /// <summary>Makes a store that is empty. Skips the test, with the reason, where the machine lacks what the backend needs.</summary>
    protected abstract ValueTask<HistoryStore> CreateStoreAsync(CancellationToken cancellationToken);

    [Theory]
    [MemberData(nameof(HistoryPromises.Names), MemberType = typeof(HistoryPromises))]
    public async Task Keeps_the_promise(string promise)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var check = HistoryPromises.All.Single(check => check.Name == promise);
        await using var store = await CreateStoreAsync(cancellationToken);

        // A promise about what the backend does not offer is not made.
        if (CapabilitiesOf(store).HasFlag(check.Needs)) await check.Run(store, cancellationToken);
    }

    [Fact]
    public async Task Is_the_backend_that_it_says()
    {
        await using var store = await CreateStoreAsync(TestContext.Current.CancellationToken);
        await using var history = await store.OpenAsync(TestContext.Current.CancellationToken);
        Assert.IsType<THistory>(history);
        Assert.Equal(CanRewind, history.CanRewind);
        Assert.NotEmpty(history.Engine);
    }

    private Capabilities CapabilitiesOf(HistoryStore store) =>
        (CanRewind ? Capabilities.Rewind : Capabilities.HeadOnly)
        | (store.IsDurable ? Capabilities.Durable : Capabilities.None)
        | (store.IsShared ? Capabilities.Shared : Capabilities.None);
}
