namespace AstRegistry;

/// <summary>A version as a history keeps it.</summary>
/// <param name="Version">The version.</param>
/// <param name="Changes">Its change set against its parent, framed and encoded.</param>
/// <param name="Hash">The hash over this version and all that were appended before it.</param>
public sealed record HistoryVersion(RegistryVersion Version, ReadOnlyMemory<byte> Changes, ChainHash Hash);
