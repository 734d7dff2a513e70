namespace AstRegistry.Storage.Crash.Histories;

/// <summary>Keeps half of each change set.</summary>
internal sealed class TearingHistory(IRegistryHistory inner) : DelegatingHistory(inner)
{
    public override ValueTask<AppendOutcome> AppendAsync(
        string registry, HistoryHead expected, IReadOnlyList<HistoryVersion> versions, CancellationToken cancellationToken = default)
    {
        HistoryVersion[] torn = [.. versions.Select(static version => version with { Changes = version.Changes[..(version.Changes.Length / 2)] })];
        return Inner.AppendAsync(registry, expected, torn, cancellationToken);
    }
}
