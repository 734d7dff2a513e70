namespace Shop.Catalog;

/// <summary>What kind of thing a product is; taxes and discounts depend on it.</summary>
public enum Category
{
    Food,
    Household,
    Media,
}

/// <summary>An amount in the shop's one currency.</summary>
public readonly record struct Money(decimal Amount)
{
    public static Money Zero => default;

    public static Money operator +(Money left, Money right) => new(left.Amount + right.Amount);

    public static Money operator *(Money price, decimal factor) => new(decimal.Round(price.Amount * factor, 2));

    public override string ToString() => Amount.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>Something for sale.</summary>
public sealed record Product(string Sku, string Name, Money Price, Category Category)
{
    public bool IsImported { get; init; }
}
