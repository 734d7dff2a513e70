namespace AstRegistry.Runtime.Tests.Transactions;

/// <summary>Waits for what others do in their own time. The limit only keeps a broken build from hanging.</summary>
internal static class Eventually
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(1);

    public static async Task HoldsAsync(Func<bool> condition)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        ending.CancelAfter(Limit);
        while (!condition()) await Task.Delay(1, ending.Token);
    }
}
