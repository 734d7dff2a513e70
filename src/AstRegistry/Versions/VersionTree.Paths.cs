using AstRegistry.Versions;

namespace AstRegistry;

public sealed partial class VersionTree
{
    /// <summary>The latest version that both come from, which may be one of them; O(log n).</summary>
    /// <exception cref="UnknownVersionException">One of them is not there, or they have no common ancestor because it was compacted away.</exception>
    public RegistryVersion CommonAncestor(long left, long right) => AncestorOf(left, right).Version;

    /// <summary>The shortest way from one version to another: back to the common ancestor, then forward. Empty where both are the same. Costs its length.</summary>
    /// <exception cref="UnknownVersionException">One of them is not there, or they have no common ancestor because it was compacted away.</exception>
    public IReadOnlyList<VersionStep> PathBetween(long from, long to)
    {
        var top = AncestorOf(from, to);
        VersionNode start = NodeOf(from), end = NodeOf(to);
        var steps = new VersionStep[start.Depth - top.Depth + (end.Depth - top.Depth)];
        var place = 0;
        for (var node = start; node != top; node = node.Parent!) steps[place++] = new(node.Version.Revision, VersionDirection.Reverse);
        place = steps.Length;
        for (var node = end; node != top; node = node.Parent!) steps[--place] = new(node.Version.Revision, VersionDirection.Forward);
        return steps;
    }

    /// <summary>A version and those that it comes from, back to a root.</summary>
    /// <exception cref="UnknownVersionException">The version is not there.</exception>
    public IEnumerable<RegistryVersion> LineOf(long revision) => LineOf(NodeOf(revision));

    private static IEnumerable<RegistryVersion> LineOf(VersionNode? node)
    {
        for (; node is not null; node = node.Parent) yield return node.Version;
    }

    private VersionNode AncestorOf(long left, long right) => VersionNode.CommonAncestor(NodeOf(left), NodeOf(right)) ?? throw new UnknownVersionException(
        Math.Min(left, right),
        FormattableString.Invariant($"The versions {left} and {right} have no common ancestor: it was compacted away. Load one of them from its checkpoint instead."));
}
