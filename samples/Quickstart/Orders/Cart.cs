using Shop.Catalog;

namespace Shop.Orders;

/// <summary>A product and how many of it.</summary>
public sealed record OrderLine(Product Product, int Quantity)
{
    public Money Total => Product.Price * Quantity;

    public override string ToString() => $"{Quantity} x {Product.Name}, {Total}";
}

/// <summary>What a customer is about to buy.</summary>
public sealed class Cart(IFinder<string, Product> catalog)
{
    private readonly List<OrderLine> _lines = [];

    public event Action<OrderLine>? LineAdded;

    public IReadOnlyList<OrderLine> Lines => _lines;

    public Cart Add(string sku, int quantity = 1)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(quantity);
        return Add(catalog[sku], quantity);
    }

    public Cart Add(Product product, int quantity)
    {
        var at = _lines.FindIndex(line => line.Product == product);
        if (at >= 0) _lines[at] = _lines[at] with { Quantity = _lines[at].Quantity + quantity };
        else _lines.Add(new OrderLine(product, quantity));
        LineAdded?.Invoke(at >= 0 ? _lines[at] : _lines[^1]);
        return this;
    }
}
