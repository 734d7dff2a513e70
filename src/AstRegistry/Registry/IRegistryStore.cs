namespace AstRegistry;

/// <summary>
/// Entries to read and to change, wherever they are: in this process, or behind a network. Reads see the newest entries; each change is a
/// commit of its own.
/// </summary>
/// <remarks>
/// Every change that does not take place throws, and leaves everything as it was: <see cref="EntryNotFoundException"/> with ids that are near,
/// <see cref="DuplicateEntryException"/>, or <see cref="CommitRejectedException"/> with the outcome.
/// </remarks>
public interface IRegistryStore
{
    /// <summary>An entry.</summary>
    /// <exception cref="EntryNotFoundException">There is none; the exception lists ids that are near.</exception>
    ValueTask<RegistryEntry> GetAsync(EntryId id, CancellationToken cancellationToken = default);

    /// <summary>An entry, or null.</summary>
    ValueTask<RegistryEntry?> FindAsync(EntryId id, CancellationToken cancellationToken = default);

    /// <summary>The entries of several ids, in their order, all as of one moment; null where there is none. One round trip.</summary>
    ValueTask<IReadOnlyList<RegistryEntry?>> FindAsync(IReadOnlyList<EntryId> ids, CancellationToken cancellationToken = default);

    /// <summary>Whether there is an entry.</summary>
    ValueTask<bool> HasAsync(EntryId id, CancellationToken cancellationToken = default);

    /// <summary>How many entries there are.</summary>
    /// <param name="namespace">The namespace; null for all.</param>
    /// <param name="cancellationToken">Cancels.</param>
    ValueTask<int> CountAsync(string? @namespace = null, CancellationToken cancellationToken = default);

    /// <summary>The namespaces that hold an entry, in ordinal order.</summary>
    ValueTask<IReadOnlyList<string>> ListNamespacesAsync(CancellationToken cancellationToken = default);

    /// <summary>The names in a namespace, in ordinal order; none for one that holds nothing.</summary>
    ValueTask<IReadOnlyList<string>> ListNamesAsync(string @namespace, CancellationToken cancellationToken = default);

    /// <summary>Entries, all as of one moment: those of a namespace in ordinal order of their names, or all, namespace by namespace.</summary>
    /// <param name="namespace">The namespace; null for all.</param>
    /// <param name="cancellationToken">Cancels.</param>
    IAsyncEnumerable<RegistryEntry> ReadAsync(string? @namespace = null, CancellationToken cancellationToken = default);

    /// <summary>Adds an entry.</summary>
    /// <returns>The version that it made.</returns>
    /// <exception cref="DuplicateEntryException">There is one of that id.</exception>
    /// <exception cref="CommitRejectedException">The change did not take place.</exception>
    ValueTask<RegistryVersion> SetAsync(RegistryEntry entry, CancellationToken cancellationToken = default);

    /// <summary>Puts an entry in the place of the one of the same id.</summary>
    /// <returns>The version that it made.</returns>
    /// <exception cref="EntryNotFoundException">There is none; the exception lists ids that are near.</exception>
    /// <exception cref="CommitRejectedException">The change did not take place.</exception>
    ValueTask<RegistryVersion> UpdateAsync(RegistryEntry entry, CancellationToken cancellationToken = default);

    /// <summary>Takes an entry away.</summary>
    /// <returns>The version that it made.</returns>
    /// <exception cref="EntryNotFoundException">There is none; the exception lists ids that are near.</exception>
    /// <exception cref="CommitRejectedException">The change did not take place.</exception>
    ValueTask<RegistryVersion> DeleteAsync(EntryId id, CancellationToken cancellationToken = default);

    /// <summary>Takes all entries away that are there.</summary>
    /// <param name="namespace">The namespace; null for all.</param>
    /// <param name="cancellationToken">Cancels.</param>
    /// <returns>How many there were.</returns>
    /// <exception cref="CommitRejectedException">The change did not take place.</exception>
    ValueTask<int> ClearAsync(string? @namespace = null, CancellationToken cancellationToken = default);

    /// <summary>Carries out several changes, all of them or none.</summary>
    /// <returns>The version that they made, and the operations, each with the entry as it was.</returns>
    /// <exception cref="DuplicateEntryException">All that is wrong is that one entry to be created is there already.</exception>
    /// <exception cref="EntryNotFoundException">All that is wrong is that one entry to be changed is not there.</exception>
    /// <exception cref="CommitRejectedException">The changes did not take place; a conflict lists every entry that does not fit.</exception>
    ValueTask<CommitOutcome.Committed> BatchAsync(ChangeSet changes, CommitOptions? options = null, CancellationToken cancellationToken = default);
}
