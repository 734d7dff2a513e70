namespace Shop.Catalog;

/// <summary>Things by key, with a clear error for a missing one.</summary>
public interface IFinder<in TKey, TItem>
    where TKey : notnull
{
    TItem this[TKey key] { get; }

    bool TryGet(TKey key, out TItem item);
}

/// <summary>The products by their number.</summary>
public sealed class ProductCatalog : IFinder<string, Product>
{
    private readonly Dictionary<string, Product> _products = new(StringComparer.OrdinalIgnoreCase);

    public int Count => _products.Count;

    public Product this[string key] => TryGet(key, out var product)
        ? product
        : throw new KeyNotFoundException($"There is no product '{key}'. Known: {string.Join(", ", _products.Keys)}.");

    public void Add(Product product) => _products.Add(product.Sku, product);

    public bool TryGet(string key, out Product item) => _products.TryGetValue(key, out item!);
}
