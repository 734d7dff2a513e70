namespace Warehouse;

/// <summary>A place for one item.</summary>
public sealed class Rack(string item)
{
    public string Item { get; } = item;

    public int Count { get; private set; }

    public void Put(int count)
    {
        if (count < 1) throw new ArgumentOutOfRangeException(nameof(count), count, "Put at least one piece.");
        Count += count;
    }

    public override string ToString() => $"{Item}: {Count}";
}
