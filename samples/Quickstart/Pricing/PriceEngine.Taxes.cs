using Shop.Catalog;

namespace Shop.Pricing;

public sealed partial class PriceEngine
{
    /// <summary>The tax on a product, as a share of its price.</summary>
    public static decimal TaxRate(Product product)
    {
        var rate = product.Category switch
        {
            Category.Food => 0.07m,
            Category.Media when product.IsImported => 0.10m,
            Category.Media => 0.07m,
            _ => 0.19m,
        };
        return product.IsImported && product.Price.Amount > 20 ? rate + 0.02m : rate;
    }
}
