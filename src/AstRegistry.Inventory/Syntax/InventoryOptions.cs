namespace AstRegistry.Syntax;

/// <summary>What the inventory of one file depends on besides its syntax.</summary>
/// <param name="Detail">How much to record.</param>
/// <param name="Path">The path to emit, or empty.</param>
internal sealed record InventoryOptions(AstRegistryDetail Detail, string Path = "");
