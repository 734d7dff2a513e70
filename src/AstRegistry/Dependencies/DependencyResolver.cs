using System.Diagnostics;
using AstRegistry.Dependencies;

namespace AstRegistry;

/// <summary>Tells what the entries of a snapshot depend on, by patterns that say where they name it. Immutable.</summary>
/// <remarks>
/// What is named and not there is no error: <see cref="DependencyGraph.Missing"/> lists it. An entry that names a group or a namespace which it belongs to
/// means the other members; one that names itself by its id is a circle.
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class DependencyResolver
{
    private static readonly string[] DefaultGroupPaths = ["meta.group", "meta.groups"];

    /// <summary>Makes a resolver whose groups are named by <c>meta.group</c> and <c>meta.groups</c>.</summary>
    public DependencyResolver(params IEnumerable<DependencyPattern> patterns)
        : this(patterns, DefaultGroupPaths)
    {
    }

    private DependencyResolver(IEnumerable<DependencyPattern> patterns, IEnumerable<string> groupPaths)
    {
        ArgumentNullException.ThrowIfNull(patterns);
        ArgumentNullException.ThrowIfNull(groupPaths);
        Patterns = Array.AsReadOnly<DependencyPattern>([.. patterns]);
        if (Patterns.Contains(null!)) throw new ArgumentException("One of the patterns is null.", nameof(patterns));
        GroupPaths = Array.AsReadOnly<string>([.. groupPaths]);
        CompiledGroupPaths = [.. GroupPaths.Select(ValuePath.Parse)];
    }

    /// <summary>Where entries name what they depend on.</summary>
    public IReadOnlyList<DependencyPattern> Patterns { get; }

    /// <summary>Where entries name the groups that they are in: paths as in <see cref="DependencyPattern"/>.</summary>
    public IReadOnlyList<string> GroupPaths { get; }

    internal ValuePath[] CompiledGroupPaths { get; }

    /// <summary>The same patterns, with groups named in other places.</summary>
    /// <exception cref="DependencyPatternException">A path is malformed; the message names the column.</exception>
    public DependencyResolver WithGroupPaths(params IEnumerable<string> paths) => new(Patterns, paths);

    /// <summary>What all entries of a snapshot depend on. Reads each of them once.</summary>
    public DependencyGraph Resolve(RegistrySnapshot snapshot)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        return DependencyGraph.Read(this, snapshot.Table, snapshot.Table.Items.Select(static item => item.Value));
    }

    /// <summary>What one entry depends on directly, in ordinal order of the ids. Reads this entry alone, and all of them once where it names a group.</summary>
    /// <exception cref="EntryNotFoundException">The entry is not there.</exception>
    public IReadOnlyList<EntryId> DependenciesOf(RegistrySnapshot snapshot, EntryId id)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        var found = new HashSet<EntryId>();
        new DependencyReader(this, snapshot.Table).Read(snapshot[id], found, null);
        return [.. found.Order()];
    }

    /// <summary>All entries of a snapshot, each after those that it depends on; what is free in that comes in ordinal order of the ids.</summary>
    /// <exception cref="DependencyCycleException">Entries depend on each other in a circle; the exception has its path.</exception>
    public IReadOnlyList<EntryId> Sort(RegistrySnapshot snapshot) => Resolve(snapshot).Sort();

    /// <summary>
    /// Some entries of a snapshot, each once and after those that it depends on, also where entries between are not among them. Reads these entries and
    /// what they depend on, directly or not.
    /// </summary>
    /// <exception cref="DependencyCycleException">Entries depend on each other in a circle; the exception has its path.</exception>
    /// <exception cref="EntryNotFoundException">An entry is not there.</exception>
    public IReadOnlyList<EntryId> Sort(RegistrySnapshot snapshot, IEnumerable<EntryId> ids) => GraphOf(snapshot, ids, out var wanted).Sort(wanted);

    /// <summary>Number of patterns.</summary>
    public override string ToString() => $"{string.Join(", ", Patterns)}";

    /// <summary>As <see cref="Sort(RegistrySnapshot, IEnumerable{EntryId})"/>, but entries in a circle stand together in ordinal order of their ids.</summary>
    internal IReadOnlyList<EntryId> Arrange(RegistrySnapshot snapshot, IEnumerable<EntryId> ids) => GraphOf(snapshot, ids, out var wanted).Arrange(wanted);

    private DependencyGraph GraphOf(RegistrySnapshot snapshot, IEnumerable<EntryId> ids, out EntryId[] wanted)
    {
        ArgumentNullException.ThrowIfNull(snapshot);
        ArgumentNullException.ThrowIfNull(ids);
        wanted = [.. ids];
        return DependencyGraph.Read(this, snapshot.Table, wanted.Select(id => snapshot[id]));
    }
}
