namespace AstRegistry.Storage.Crash.Histories;

/// <summary>Acknowledges an append at once, and carries it out when the next one comes: what no history may do.</summary>
internal sealed class EarlyHistory(IRegistryHistory inner) : DelegatingHistory(inner)
{
    private Func<ValueTask<AppendOutcome>> _pending = static () => new(default(AppendOutcome));

    public override async ValueTask<AppendOutcome> AppendAsync(
        string registry, HistoryHead expected, IReadOnlyList<HistoryVersion> versions, CancellationToken cancellationToken = default)
    {
        await _pending();
        _pending = () => Inner.AppendAsync(registry, expected, versions, cancellationToken);
        var last = versions[^1];
        return new(true, expected with { Revision = last.Version.Revision, Current = last.Version.Revision, Epoch = expected.Epoch + 1, Hash = last.Hash });
    }
}
