namespace AstRegistry;

/// <summary>An element that a layer itself touched, apart from what it inherits.</summary>
/// <param name="Id">The element.</param>
/// <param name="Put">What the layer put and still holds.</param>
/// <param name="Removed">What the layer removed that its parent has.</param>
public sealed record LayerExport(EntryId Id, LayerParts Put, LayerParts Removed)
{
    /// <summary>Id and what was done.</summary>
    public override string ToString() => Removed == LayerParts.None ? $"{Id} put {Put}" : Put == LayerParts.None ? $"{Id} removed {Removed}" : $"{Id} put {Put}, removed {Removed}";
}
