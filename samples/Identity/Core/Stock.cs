namespace Warehouse;

/// <summary>All racks of the warehouse.</summary>
public sealed class Stock
{
    private readonly Dictionary<string, Rack> _racks = new(StringComparer.Ordinal);

    public Rack Add(string item, int count)
    {
        if (!_racks.TryGetValue(item, out var rack)) _racks.Add(item, rack = new Rack(item));
        rack.Put(count);
        return rack;
    }
}
