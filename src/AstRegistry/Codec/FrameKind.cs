namespace AstRegistry.Codec;

/// <summary>What a <see cref="Frame"/> holds. Tags are never used again for something else.</summary>
/// <param name="Tag">The byte that stands for it.</param>
/// <param name="Version">The newest version of its form; older ones are read too.</param>
/// <param name="Name">What messages call it, without article.</param>
internal readonly record struct FrameKind(byte Tag, byte Version, string Name)
{
    public static FrameKind ChangeSet { get; } = new((byte)'V', 1, "change set");

    public static FrameKind Checkpoint { get; } = new((byte)'C', 1, "checkpoint");

    public static FrameKind Layers { get; } = new((byte)'L', 1, "root of layers");

    /// <summary>What a tag stands for, for messages.</summary>
    public static string NameOf(byte tag)
    {
        foreach (var kind in (ReadOnlySpan<FrameKind>)[ChangeSet, Checkpoint, Layers])
        {
            if (kind.Tag == tag) return kind.Name;
        }

        return FormattableString.Invariant($"content of kind 0x{tag:X2}");
    }

    public override string ToString() => Name;
}
