namespace Warehouse;

/// <summary>All racks of the warehouse.</summary>
public sealed class Stock
{
    private readonly Dictionary<string, Rack> _shelves = new(StringComparer.Ordinal);

    public Rack Accept(string item, int count)
    {
        if (!_shelves.TryGetValue(item, out var rack)) _shelves.Add(item, rack = new Rack(item));
        rack.Put(count);
        return rack;
    }
}
