using AstRegistry.Snapshots;

namespace AstRegistry.Versions;

/// <summary>Applies change sets to tables. Operations apply in their order, so several on one id follow one another.</summary>
internal static class ChangeApplier
{
    /// <summary>Applies all operations or none.</summary>
    /// <param name="table">The entries as they are.</param>
    /// <param name="changes">What to do.</param>
    /// <param name="revision">The revision that the namespaces carry which are touched.</param>
    public static AppliedChanges Apply(EntryTable<RegistryEntry> table, ChangeSet changes, long revision)
    {
        if (changes.Count == 0) return new(table, changes, []);
        var builder = table.ToBuilder();
        var conflicts = new Dictionary<EntryId, KeyConflict>();
        RegistryOperation[]? resolved = null;
        for (var i = 0; i < changes.Count; i++)
        {
            var operation = changes[i];
            if (Step(builder, operation, out var found) is { } reason) conflicts.TryAdd(operation.Id, new(operation.Id, reason));
            else if (operation.Original is null && found is not null) (resolved ??= [.. changes])[i] = Resolved(operation, found);
        }

        if (conflicts.Count > 0) return new(table, changes, [.. conflicts.Values]);
        return new(builder.ToImmutable(revision), resolved is null ? changes : ChangeSet.Over(resolved), []);
    }

    /// <summary>Applies change sets that are known to fit, one after another, and makes one table in the end.</summary>
    /// <param name="table">The entries as they are.</param>
    /// <param name="sequence">What to do.</param>
    /// <param name="revision">The revision that the namespaces carry which are touched.</param>
    /// <exception cref="ChangeSetConflictException">An operation does not fit; the message names it and its place.</exception>
    public static EntryTable<RegistryEntry> Replay(EntryTable<RegistryEntry> table, IEnumerable<ChangeSet> sequence, long revision)
    {
        var builder = table.ToBuilder();
        var place = 0;
        foreach (var changes in sequence)
        {
            for (var i = 0; i < changes.Count; i++, place++)
            {
                if (Step(builder, changes[i], out _) is { } reason) throw new ChangeSetConflictException(changes[i], reason, place);
            }
        }

        return place == 0 ? table : builder.ToImmutable(revision);
    }

    /// <summary>Applies one operation, or says why it does not fit.</summary>
    private static KeyConflictReason? Step(EntryTable<RegistryEntry>.Builder builder, RegistryOperation operation, out RegistryEntry? found)
    {
        builder.TryGet(operation.Id, out found);
        if (FaultOf(operation, found) is { } reason) return reason;
        if (operation.Entry is null) builder.Remove(operation.Id);
        else builder.Set(operation.Id, operation.Entry);
        return null;
    }

    /// <summary>Why an operation does not fit an entry that is there, or null for none.</summary>
    public static KeyConflictReason? FaultOf(RegistryOperation operation, RegistryEntry? found)
    {
        if (operation.Kind == RegistryOperationKind.Create) return found is null ? null : KeyConflictReason.AlreadyExists;
        if (found is null) return KeyConflictReason.Missing;
        return operation.Original is null || operation.Original.Equals(found) ? null : KeyConflictReason.Changed;
    }

    private static RegistryOperation Resolved(RegistryOperation operation, RegistryEntry found) =>
        operation.Entry is null ? RegistryOperation.Delete(found) : RegistryOperation.Update(operation.Entry, found);
}
