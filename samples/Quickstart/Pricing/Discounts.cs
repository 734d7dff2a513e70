using Shop.Catalog;
using Shop.Orders;

namespace Shop.Pricing;

/// <summary>A rule that takes something off a line.</summary>
public interface IDiscount
{
    /// <summary>The share to take off, between 0 and 1.</summary>
    decimal ShareFor(OrderLine line);
}

/// <summary>Off for many of the same thing.</summary>
public sealed class VolumeDiscount(int threshold, decimal share) : IDiscount
{
    public decimal ShareFor(OrderLine line) => line.Quantity >= threshold ? share : 0;
}

/// <summary>Off for everything of a category.</summary>
public sealed class CategoryDiscount(Category category, decimal share) : IDiscount
{
    public decimal ShareFor(OrderLine line) => line.Product.Category == category ? share : 0;
}
