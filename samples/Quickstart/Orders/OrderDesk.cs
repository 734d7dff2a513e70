using Shop.Catalog;
using Shop.Pricing;

namespace Shop.Orders;

/// <summary>A placed order.</summary>
public sealed record Order(int Number, Customer Customer, IReadOnlyList<OrderLine> Lines, Money Total)
{
    public override string ToString() => $"order {Number} of {Customer.Name}: {Lines.Count} lines, {Total}";
}

/// <summary>Takes orders, checks stock, and tries a payment a few times before it gives up.</summary>
public sealed class OrderDesk(PriceEngine engine)
{
    private const int Attempts = 3;
    private int _lastNumber = 1000;

    public async Task<Order> PlaceAsync(Cart cart, Customer customer, CancellationToken cancellationToken)
    {
        if (cart.Lines.Count == 0) throw new InvalidOperationException("The cart is empty.");
        foreach (var line in cart.Lines)
        {
            if (!await IsInStockAsync(line, cancellationToken)) throw new InvalidOperationException($"Not in stock: {line}.");
        }

        var total = engine.Price(cart.Lines, customer);
        await PayAsync(customer, total, cancellationToken);
        return new Order(NextNumber(), customer, cart.Lines, total);

        int NextNumber() => Interlocked.Increment(ref _lastNumber);
    }

    private static async Task<bool> IsInStockAsync(OrderLine line, CancellationToken cancellationToken)
    {
        await Task.Yield();
        cancellationToken.ThrowIfCancellationRequested();
        return line is { Quantity: < 100, Product.Category: not Category.Household } or { Quantity: < 10 };
    }

    private static async Task PayAsync(Customer customer, Money total, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await ChargeAsync(customer, total, attempt, cancellationToken);
                return;
            }
            catch (TimeoutException) when (attempt < Attempts)
            {
                await Task.Delay(attempt, cancellationToken);
            }
        }
    }

    // The first attempt fails, as first attempts do.
    private static Task ChargeAsync(Customer customer, Money total, int attempt, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested) return Task.FromCanceled(cancellationToken);
        if (attempt == 1) throw new TimeoutException($"No answer while charging {total} to {customer.Name}.");
        return Task.CompletedTask;
    }
}
