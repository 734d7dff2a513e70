namespace Warehouse.App;

/// <summary>What a log of an earlier release holds.</summary>
internal static class OldNotes
{
    /// <summary>Ids, and what they named then.</summary>
    public static readonly (string Id, string Name)[] Ids =
    [
        ("5bdb0efc98b98085", "Warehouse.Shelf"),
        ("d4a448beb8bd3057", "Warehouse.Shelf.Put(int)"),
        ("ebb525f556eff74a", "Warehouse.Stock.Receive(string,int)"),
    ];
}
