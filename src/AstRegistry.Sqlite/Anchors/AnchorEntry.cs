namespace AstRegistry.Sqlite;

/// <summary>What the anchor says of one registry: the last change of its head that was acknowledged.</summary>
/// <param name="Registry">The name, of which only the beginning if it is long.</param>
/// <param name="Revision">The revision of the head; 0 if nothing was acknowledged yet.</param>
/// <param name="Epoch">The epoch of the head.</param>
/// <param name="Hash">The hash of the head.</param>
internal readonly record struct AnchorEntry(string Registry, long Revision, long Epoch, ChainHash Hash);
