namespace AstRegistry.Runtime.Tests.Transactions;

/// <summary>The events of a registry as lines of text.</summary>
internal sealed class BusLog(VersionedRegistry registry, string pattern = "**") : IDisposable
{
    private readonly EventStream _events = registry.Events.Listen(pattern, new() { Capacity = 10_000 });

    /// <summary>What was published since the last time. A registry publishes before it answers, so nothing is on the way.</summary>
    public async Task<string[]> TakeAsync()
    {
        var lines = new List<string>();
        for (var left = _events.Pending; left > 0; left--)
        {
            await using var events = _events.GetAsyncEnumerator(TestContext.Current.CancellationToken);
            await events.MoveNextAsync();
            lines.Add($"{events.Current.Topic}: {events.Current.Payload}");
        }

        return [.. lines];
    }

    public void Dispose() => _events.Dispose();
}
