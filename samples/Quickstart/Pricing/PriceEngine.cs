using Shop.Catalog;
using Shop.Orders;

namespace Shop.Pricing;

/// <summary>Prices a cart: discounts first, then taxes.</summary>
public sealed partial class PriceEngine(IReadOnlyList<IDiscount> discounts)
{
    private const decimal MaximalShare = 0.5m;

    public Money Price(IEnumerable<OrderLine> lines, Customer customer)
    {
        var total = Money.Zero;
        foreach (var line in lines)
        {
            if (line.Quantity <= 0) continue;
            var share = Share(line, customer);
            total += line.Total * (1 - share) * (1 + TaxRate(line.Product));
        }

        return total;
    }

    private decimal Share(OrderLine line, Customer customer)
    {
        decimal best = 0;
        foreach (var discount in discounts)
        {
            var share = discount.ShareFor(line);
            if (share > best) best = share;
        }

        if (customer.IsMember)
        {
            best += customer.Years switch
            {
                >= 10 => 0.10m,
                >= 5 => 0.05m,
                >= 1 => 0.02m,
                _ => 0,
            };
        }

        return Math.Min(best, MaximalShare);
    }
}
