using AstRegistry.Snapshots;

namespace AstRegistry;

public sealed partial class ChangeSet
{
    /// <summary>The least change set that makes one snapshot of another; reversible. It is the difference of the two as well.</summary>
    /// <param name="old">The snapshot to start from.</param>
    /// <param name="new">The snapshot to arrive at.</param>
    /// <param name="resolver">Tells what entries depend on; without it ids alone decide the order.</param>
    /// <remarks>
    /// <para>First come deletes, each before what its entry depended on in the old snapshot; then creates and updates, each after what its entry
    /// depends on in the new one, also where entries that stay as they are stand between. What is free in that is ordered by id, ordinally,
    /// deletes downwards. Entries with equal content do not differ, so the same snapshots always give the same change set.</para>
    /// <para>Entries that depend on each other in a circle stand together, ordered by id: a state that was accepted once can always be restored.</para>
    /// <para>Costs what the snapshots do not share; with a resolver also reading what the changed entries depend on, directly or not, and one pass over all
    /// entries where a group is meant. The result may have more operations than <see cref="RegistryLimits.MaxOperations"/>, which limits a single commit.</para>
    /// </remarks>
    public static ChangeSet BuildDelta(RegistrySnapshot old, RegistrySnapshot @new, DependencyResolver? resolver = null)
    {
        ArgumentNullException.ThrowIfNull(old);
        ArgumentNullException.ThrowIfNull(@new);
        var deletes = new List<RegistryOperation>();
        var others = new List<RegistryOperation>();
        foreach (var (_, before, after) in EntryTable<RegistryEntry>.Compare(old.Table, @new.Table))
        {
            if (after is null) deletes.Add(RegistryOperation.Delete(before!));
            else if (before is null) others.Add(RegistryOperation.Create(after));
            else if (!before.Equals(after)) others.Add(RegistryOperation.Update(after, before));
        }

        Arrange(deletes, old, resolver);
        Arrange(others, @new, resolver);
        deletes.Reverse();
        return Over([.. deletes, .. others]);
    }

    /// <summary>Puts operations in the dependency order of their entries.</summary>
    private static void Arrange(List<RegistryOperation> operations, RegistrySnapshot snapshot, DependencyResolver? resolver)
    {
        operations.Sort(static (left, right) => left.Id.CompareTo(right.Id));
        if (resolver is null || operations.Count < 2) return;
        var byId = operations.ToDictionary(static operation => operation.Id);
        operations.Clear();
        foreach (var id in resolver.Arrange(snapshot, byId.Keys)) operations.Add(byId[id]);
    }
}
