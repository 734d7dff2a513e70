namespace AstRegistry.Locking;

/// <summary>A type or member of the current code.</summary>
/// <param name="Key">What it is.</param>
/// <param name="Targets">The targets in which it exists; the default for all, or in a project with one.</param>
internal readonly record struct LockEntry(LockKey Key, LockTargets Targets = default);
