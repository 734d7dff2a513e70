using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using AstRegistry.Snapshots;
using AstRegistry.Versions;

namespace AstRegistry;

/// <summary>The versions of a registry, each with its parent. Immutable: an addition makes a new tree, which shares almost everything with the old one.</summary>
/// <remarks>A tree whose beginning was compacted away has a root for each version whose children are left.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed partial class VersionTree
{
    private readonly PersistentMap<long, Place> _places;
    private readonly PersistentMap<long, VersionNode> _heads;

    private VersionTree(PersistentMap<long, Place> places, PersistentMap<long, VersionNode> heads)
    {
        _places = places;
        _heads = heads;
    }

    /// <summary>The tree that holds version 0 alone.</summary>
    public static VersionTree Initial { get; } = WithRoots(RegistryVersion.Root);

    /// <summary>How many versions there are.</summary>
    public int Count => _places.Count;

    /// <summary>The versions in order of revision, whichever branch they are on; O(n log n).</summary>
    public IReadOnlyList<RegistryVersion> All => [.. _places.Select(static place => place.Value.Node.Version).OrderBy(static version => version.Revision)];

    /// <summary>The versions without children, in order of revision: the tip of each branch.</summary>
    public IReadOnlyList<RegistryVersion> Heads => [.. _heads.Select(static head => head.Value.Version).OrderBy(static version => version.Revision)];

    /// <summary>A version; O(1).</summary>
    /// <exception cref="UnknownVersionException">There is none.</exception>
    public RegistryVersion this[long revision] => NodeOf(revision).Version;

    /// <summary>A tree that begins with versions whose parents are not known.</summary>
    /// <exception cref="ArgumentException">There are none, or a revision comes twice.</exception>
    public static VersionTree WithRoots(params IEnumerable<RegistryVersion> roots)
    {
        ArgumentNullException.ThrowIfNull(roots);
        var builder = new Builder(PersistentMap<long, Place>.Empty, PersistentMap<long, VersionNode>.Empty);
        foreach (var root in roots) builder.AddRoot(root);
        var tree = builder.ToImmutable();
        return tree.Count > 0 ? tree : throw new ArgumentException("A tree needs a root.", nameof(roots));
    }

    /// <summary>The tree with one more version; O(log n).</summary>
    /// <exception cref="ArgumentException">The revision is there already, or does not come after its parent.</exception>
    /// <exception cref="UnknownVersionException">The parent is not there.</exception>
    public VersionTree Add(RegistryVersion version) => AddRange([version]);

    /// <summary>The tree with more versions, each after its parent. Cheaper than one by one.</summary>
    /// <exception cref="ArgumentException">A revision is there already, or does not come after its parent.</exception>
    /// <exception cref="UnknownVersionException">A parent is not there.</exception>
    public VersionTree AddRange(IEnumerable<RegistryVersion> versions)
    {
        ArgumentNullException.ThrowIfNull(versions);
        var builder = new Builder(_places, _heads);
        foreach (var version in versions) builder.Add(version);
        return builder.ToImmutable();
    }

    /// <summary>Whether there is a version; O(1).</summary>
    public bool Contains(long revision) => _places.TryGetValue(revision, out _);

    /// <summary>A version, if there is one; O(1).</summary>
    public bool TryGet(long revision, [NotNullWhen(true)] out RegistryVersion? version)
    {
        version = _places.TryGetValue(revision, out var place) ? place.Node.Version : null;
        return version is not null;
    }

    /// <summary>The versions that were made from a version, in order of revision: more than one where branches part.</summary>
    /// <exception cref="UnknownVersionException">The version is not there.</exception>
    public IReadOnlyList<RegistryVersion> ChildrenOf(long revision)
    {
        var children = new List<RegistryVersion>();
        NodeOf(revision);
        _places.TryGetValue(revision, out var place);
        for (var child = place.Children; child is not null; child = child.Next) children.Add(child.Node.Version);
        children.Sort(static (left, right) => left.Revision.CompareTo(right.Revision));
        return children;
    }

    /// <summary>Number of versions and of branches.</summary>
    public override string ToString() => FormattableString.Invariant($"{Count} versions, {_heads.Count} heads");

    private VersionNode NodeOf(long revision) => _places.TryGetValue(revision, out var place) ? place.Node : throw Unknown(revision);

    private UnknownVersionException Unknown(long revision) => new(
        revision,
        FormattableString.Invariant($"There is no version {revision} among the {Count} known, whose heads are {string.Join(", ", Heads.Take(10).Select(static head => head.Revision))}."));

    /// <summary>A version and those made from it.</summary>
    private readonly record struct Place(VersionNode Node, Child? Children);

    private sealed record Child(VersionNode Node, Child? Next);
}
