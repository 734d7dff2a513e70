namespace AstRegistry.History;

/// <summary>How far the history of a registry had come when that was noted.</summary>
/// <param name="Revision">The revision that was appended last.</param>
/// <param name="Epoch">The epoch of the head.</param>
/// <param name="Hash">The hash over all versions up to the revision.</param>
internal readonly record struct AnchorPoint(long Revision, long Epoch, ChainHash Hash);
