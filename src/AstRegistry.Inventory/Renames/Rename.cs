using AstRegistry.Locking;

namespace AstRegistry.Renames;

/// <summary>A declaration that lives on under another key.</summary>
/// <param name="From">What it was.</param>
/// <param name="To">What it is.</param>
/// <param name="Step">The step of the cascade that found it.</param>
internal sealed record Rename(LockKey From, LockKey To, RenameStep Step)
{
    /// <summary>What the claim rests on, for people: <c>equal body, 23 tokens</c>.</summary>
    public string Evidence { get; init; } = "";

    /// <summary>
    /// The rename with its evidence, <c>Shop.Cart.Add(Item) -> Shop.Cart.AddItem(Item) (equal body, 23 tokens)</c>; the kinds stand before the
    /// keys where they differ.
    /// </summary>
    public override string ToString()
    {
        var keys = From.Kind == To.Kind ? $"{From.Key} -> {To.Key}" : $"{From.Kind} {From.Key} -> {To.Kind} {To.Key}";
        return Evidence.Length == 0 ? keys : $"{keys} ({Evidence})";
    }
}
