namespace AstRegistry.Layers;

/// <summary>How a layer ended.</summary>
internal enum LayerEnd
{
    Open,
    Committed,
    Discarded,
    Disposed,
    Evicted,
}
