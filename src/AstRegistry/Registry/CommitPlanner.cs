using AstRegistry.Versions;

namespace AstRegistry.Registry;

/// <summary>Holds a commit to the entries as they are, and puts its operations in order.</summary>
internal sealed class CommitPlanner(RegistryContext context)
{
    /// <param name="request">The commit.</param>
    /// <param name="before">The entries that it would change.</param>
    /// <param name="revision">The revision that it would make.</param>
    public PlannedCommit Plan(CommitRequest request, RegistrySnapshot before, long revision)
    {
        if (request.Options.ExpectedRevision is { } expected && expected != before.Revision) return Conflict([]);
        var isOrdered = context.Options.Dependencies is not null;
        var (changes, contradictions) = isOrdered ? Squashed(request.Changes) : (request.Changes, []);
        if (contradictions.Count > 0) return Conflict(contradictions);
        var applied = ChangeApplier.Apply(before.Table, changes, revision);
        if (!applied.IsApplied) return Conflict(applied.Conflicts);
        var version = new RegistryVersion(revision, before.Revision, context.TimeProvider.GetUtcNow(), request.Options.Actor, request.CommitId, applied.Changes.Count);
        var after = new RegistrySnapshot(version, applied.Table);
        try
        {
            return new() { After = after, Changes = isOrdered ? Sorted(applied.Changes, before, after) : applied.Changes };
        }
        catch (DependencyCycleException exception)
        {
            return new() { Fault = exception };
        }
    }

    private static PlannedCommit Conflict(IReadOnlyList<KeyConflict> keys) => new() { Outcome = new CommitOutcome.Conflict(keys) };

    /// <summary>One operation an id, because those on one id cannot be ordered apart from one another.</summary>
    private static (ChangeSet Changes, IReadOnlyList<KeyConflict> Contradictions) Squashed(ChangeSet changes)
    {
        var seen = new HashSet<EntryId>(changes.Count);
        if (changes.All(operation => seen.Add(operation.Id))) return (changes, []);
        try
        {
            return (ChangeSet.Squash(changes), []);
        }
        catch (ChangeSetConflictException exception)
        {
            return (changes, exception.Keys);
        }
    }

    /// <summary>Deletes before what they depended on, then the others after what they depend on.</summary>
    private ChangeSet Sorted(ChangeSet changes, RegistrySnapshot before, RegistrySnapshot after)
    {
        var resolver = context.Options.Dependencies!;
        var byId = changes.ToDictionary(static operation => operation.Id);
        var deletes = resolver.Arrange(before, IdsOf(changes, isDelete: true));
        var others = resolver.Sort(after, IdsOf(changes, isDelete: false));
        return ChangeSet.Over([.. deletes.Reverse().Concat(others).Select(id => byId[id])]);
    }

    private static IEnumerable<EntryId> IdsOf(ChangeSet changes, bool isDelete) =>
        changes.Where(operation => operation.Kind == RegistryOperationKind.Delete == isDelete).Select(static operation => operation.Id);
}
