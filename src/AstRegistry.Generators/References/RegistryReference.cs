namespace AstRegistry.Generators.References;

/// <summary>The registry of a referenced project.</summary>
/// <param name="EntryName">The name of its entry class, without the namespace that all entries share.</param>
/// <param name="IsAliased">Whether the reference stands behind an extern alias only, where generated code does not reach it.</param>
internal sealed record RegistryReference(string EntryName, bool IsAliased);
