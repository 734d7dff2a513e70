namespace AstRegistry.Versions;

/// <summary>A version in the tree, with the way up. Knows its parents only, so every later tree shares it.</summary>
/// <remarks>
/// Beside its parent a node knows one further ancestor, chosen by depth alone so that the steps up grow like the digits of a skew binary number
/// (Myers, 1983): an ancestor at a given depth is found in O(log n) steps with a single pointer more.
/// </remarks>
internal sealed class VersionNode
{
    private readonly VersionNode _far;

    public VersionNode(RegistryVersion version, VersionNode? parent)
    {
        Version = version;
        Parent = parent;
        Depth = parent is null ? 0 : parent.Depth + 1;
        if (parent is null) _far = this;
        else if (parent.Depth - parent._far.Depth == parent._far.Depth - parent._far._far.Depth) _far = parent._far._far;
        else _far = parent;
    }

    public RegistryVersion Version { get; }

    public VersionNode? Parent { get; }

    public int Depth { get; }

    /// <summary>The deepest node above both, which may be one of them; null where they have different roots.</summary>
    public static VersionNode? CommonAncestor(VersionNode left, VersionNode right)
    {
        left = left.AncestorAt(Math.Min(left.Depth, right.Depth));
        right = right.AncestorAt(left.Depth);
        while (!ReferenceEquals(left, right))
        {
            if (left.Depth == 0) return null;
            var isFarShared = ReferenceEquals(left._far, right._far);
            left = isFarShared ? left.Parent! : left._far;
            right = isFarShared ? right.Parent! : right._far;
        }

        return left;
    }

    private VersionNode AncestorAt(int depth)
    {
        var node = this;
        while (node.Depth > depth) node = node._far.Depth >= depth ? node._far : node.Parent!;
        return node;
    }

    public override string ToString() => Version.ToString();
}
