namespace Shop.Orders;

/// <summary>Who buys.</summary>
public sealed record Customer(string Name, bool IsMember, int Years)
{
    public static Customer Guest(string name) => new(name, IsMember: false, Years: 0);

    public static Customer Member(string name, int years) => new(name, IsMember: true, years);
}
