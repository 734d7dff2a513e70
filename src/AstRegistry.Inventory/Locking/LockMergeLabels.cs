namespace AstRegistry.Locking;

/// <summary>What stands at the conflict markers.</summary>
/// <param name="Ours">The name of our side.</param>
/// <param name="Theirs">The name of their side.</param>
/// <param name="MarkerSize">How many characters a marker has; 7 or more.</param>
internal sealed record LockMergeLabels(string Ours = "ours", string Theirs = "theirs", int MarkerSize = LockMergeLabels.DefaultMarkerSize)
{
    /// <summary>What git writes if it is not told otherwise.</summary>
    public const int DefaultMarkerSize = 7;
}
