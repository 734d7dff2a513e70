namespace AstRegistry;

/// <summary>All entries of a registry at one revision, so that nobody has to replay what led there.</summary>
/// <param name="Revision">The revision.</param>
/// <param name="Data">The entries, framed and encoded.</param>
public sealed record HistoryCheckpoint(long Revision, ReadOnlyMemory<byte> Data);
