namespace Warehouse;

/// <summary>All shelves of the warehouse.</summary>
public sealed class Stock
{
    private readonly Dictionary<string, Shelf> _shelves = new(StringComparer.Ordinal);

    public Shelf Receive(string item, int count)
    {
        if (!_shelves.TryGetValue(item, out var shelf)) _shelves.Add(item, shelf = new Shelf(item));
        shelf.Put(count);
        return shelf;
    }
}
