namespace Warehouse;

/// <summary>What the program notes; the library has a class of the same name.</summary>
internal sealed class Journal
{
    public List<string> Notes { get; } = [];
}
