using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace AstRegistry;

/// <summary>The entries of a <see cref="VersionedRegistry"/> of this process. Thread-safe; reads wait for nobody.</summary>
/// <param name="registry">The registry. Who opened it disposes it.</param>
/// <param name="actor">Who changes it through this store; kept with the versions.</param>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class LocalRegistryStore(VersionedRegistry registry, string actor = "") : IRegistryStore
{
    private const int ClearAttempts = 100;

    private readonly VersionedRegistry _registry = registry ?? throw new ArgumentNullException(nameof(registry));
    private readonly CommitOptions _options = new CommitOptions { Actor = actor }.Checked();

    /// <inheritdoc/>
    public ValueTask<RegistryEntry> GetAsync(EntryId id, CancellationToken cancellationToken = default) => new(Snapshot(cancellationToken)[id]);

    /// <inheritdoc/>
    public ValueTask<RegistryEntry?> FindAsync(EntryId id, CancellationToken cancellationToken = default) => new(Find(Snapshot(cancellationToken), id));

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<RegistryEntry?>> FindAsync(IReadOnlyList<EntryId> ids, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(ids);
        var snapshot = Snapshot(cancellationToken);
        return new([.. ids.Select(id => Find(snapshot, id))]);
    }

    /// <inheritdoc/>
    public ValueTask<bool> HasAsync(EntryId id, CancellationToken cancellationToken = default) => new(Snapshot(cancellationToken).Contains(id));

    /// <inheritdoc/>
    public ValueTask<int> CountAsync(string? @namespace = null, CancellationToken cancellationToken = default)
    {
        var snapshot = Snapshot(cancellationToken);
        return new(@namespace is null ? snapshot.Count : snapshot.ListNamespace(@namespace).Count);
    }

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<string>> ListNamespacesAsync(CancellationToken cancellationToken = default) => new(Snapshot(cancellationToken).Namespaces);

    /// <inheritdoc/>
    public ValueTask<IReadOnlyList<string>> ListNamesAsync(string @namespace, CancellationToken cancellationToken = default) => new(Snapshot(cancellationToken).ListNamespace(@namespace));

    /// <inheritdoc/>
    public async IAsyncEnumerable<RegistryEntry> ReadAsync(string? @namespace = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var snapshot = Snapshot(cancellationToken);
        foreach (var entry in EntriesOf(snapshot, @namespace))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return entry;
        }

        await Task.CompletedTask.ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<RegistryVersion> SetAsync(RegistryEntry entry, CancellationToken cancellationToken = default) =>
        (await BatchAsync(new(RegistryOperation.Create(entry)), null, cancellationToken).ConfigureAwait(false)).Version;

    /// <inheritdoc/>
    public async ValueTask<RegistryVersion> UpdateAsync(RegistryEntry entry, CancellationToken cancellationToken = default) =>
        (await BatchAsync(new(RegistryOperation.Update(entry)), null, cancellationToken).ConfigureAwait(false)).Version;

    /// <inheritdoc/>
    public async ValueTask<RegistryVersion> DeleteAsync(EntryId id, CancellationToken cancellationToken = default) =>
        (await BatchAsync(new(RegistryOperation.Delete(id)), null, cancellationToken).ConfigureAwait(false)).Version;

    /// <inheritdoc/>
    public async ValueTask<int> ClearAsync(string? @namespace = null, CancellationToken cancellationToken = default)
    {
        for (var attempt = 1; ; attempt++)
        {
            var snapshot = Snapshot(cancellationToken);
            RegistryEntry[] entries = [.. EntriesOf(snapshot, @namespace)];
            if (entries.Length == 0) return 0;
            var outcome = await CommitAsync(new(entries.Select(RegistryOperation.Delete)), _options with { ExpectedRevision = snapshot.Revision }, cancellationToken).ConfigureAwait(false);
            if (outcome.IsCommitted) return entries.Length;

            // Somebody changed something since it was read; what is to be cleared may be more by now.
            if (outcome is not CommitOutcome.Conflict || attempt == ClearAttempts) throw Refusal(outcome);
        }
    }

    /// <inheritdoc/>
    public async ValueTask<CommitOutcome.Committed> BatchAsync(ChangeSet changes, CommitOptions? options = null, CancellationToken cancellationToken = default)
    {
        var outcome = await CommitAsync(changes, options ?? _options, cancellationToken).ConfigureAwait(false);
        return outcome as CommitOutcome.Committed ?? throw Refusal(outcome);
    }

    /// <summary>The registry.</summary>
    public override string ToString() => _registry.ToString();

    private static RegistryEntry? Find(RegistrySnapshot snapshot, EntryId id) => snapshot.TryGet(id, out var entry) ? entry : null;

    private static IEnumerable<RegistryEntry> EntriesOf(RegistrySnapshot snapshot, string? @namespace) =>
        (@namespace is null ? snapshot.Namespaces : [@namespace]).SelectMany(name => snapshot.ListNamespace(name).Select(entry => snapshot[new(name, entry)]));

    private RegistrySnapshot Snapshot(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return _registry.Current;
    }

    private async Task<CommitOutcome> CommitAsync(ChangeSet changes, CommitOptions options, CancellationToken cancellationToken)
    {
        var outcome = await _registry.CommitAsync(changes, options, cancellationToken).ConfigureAwait(false);
        if (outcome is CommitOutcome.Cancelled) cancellationToken.ThrowIfCancellationRequested();
        return outcome;
    }

    private Exception Refusal(CommitOutcome outcome) => outcome switch
    {
        CommitOutcome.Conflict { Keys: [{ Reason: KeyConflictReason.AlreadyExists } key] } => new DuplicateEntryException(key.Id),
        CommitOutcome.Conflict { Keys: [{ Reason: KeyConflictReason.Missing } key] } => new EntryNotFoundException(key.Id, _registry.Current.Near(key.Id)),
        _ => new CommitRejectedException(outcome),
    };
}
