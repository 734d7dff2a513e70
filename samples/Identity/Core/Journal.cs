namespace Warehouse;

/// <summary>What the library notes for itself; the program has a class of the same name.</summary>
internal sealed class Journal
{
    public List<string> Entries { get; } = [];
}
