namespace AstRegistry.Layers;

/// <summary>A layer as <see cref="IdleLayers"/> knows it.</summary>
internal interface IEvictable
{
    /// <summary>Discards the layer, if it is still idle.</summary>
    bool TryEvict();
}
