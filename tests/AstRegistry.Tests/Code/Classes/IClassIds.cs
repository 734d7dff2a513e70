namespace AstRegistry.Tests.Code.Classes;

/// <summary>What the laws of class ids ask of anything that gives them: the database, and implementations that break the laws.</summary>
internal interface IClassIds
{
    object IdOf(ClassKey key);

    ClassKey KeyOf(object id);

    /// <summary>Takes up the new classes of one project and origin.</summary>
    void Apply(ClassInventory inventory);

    void Evict();

    /// <summary>The ids as they are now, whatever comes later.</summary>
    IClassIds Snapshot();
}

/// <summary>The database as the laws see it.</summary>
internal sealed class DatabaseIds(CodeDatabase database, CodeSnapshot? snapshot = null) : IClassIds
{
    public static IClassIds Load(IEnumerable<ClassInventory> inventories) => new DatabaseIds(CodeDatabase.Load(inventories));

    public object IdOf(ClassKey key) => (snapshot ?? database.Snapshot).ClassIdOf(key);

    public ClassKey KeyOf(object id) => (snapshot ?? database.Snapshot).KeyOf((ClassId)id);

    public void Apply(ClassInventory inventory) => database.Apply(inventory);

    public void Evict() => database.Evict();

    public IClassIds Snapshot() => new DatabaseIds(database, database.Snapshot);
}

/// <summary>
/// The way that looks simplest and is wrong: an id is the place at which its class came in. It depends on the order of the inputs, an
/// eviction gives ids by the order of the next look-ups, a revision numbers its project anew, and a snapshot is the table in use.
/// </summary>
internal sealed class InsertionOrderIds : IClassIds
{
    private readonly List<ClassInventory> _inventories;
    private readonly Dictionary<ClassKey, int> _ids = [];
    private readonly List<ClassKey> _keys = [];

    private InsertionOrderIds(IEnumerable<ClassInventory> inventories)
    {
        _inventories = [.. inventories];
        InternAll();
    }

    public static IClassIds Load(IEnumerable<ClassInventory> inventories) => new InsertionOrderIds(inventories);

    public object IdOf(ClassKey key)
    {
        if (_ids.TryGetValue(key, out var id)) return id;
        _keys.Add(key);
        return _ids[key] = _keys.Count - 1;
    }

    public ClassKey KeyOf(object id) => _keys[(int)id];

    public void Apply(ClassInventory inventory)
    {
        _inventories.RemoveAll(old => old.Project == inventory.Project && old.Origin == inventory.Origin && old.Module == inventory.Module);
        _inventories.Add(inventory);
        Evict();
        InternAll();
    }

    public void Evict()
    {
        _ids.Clear();
        _keys.Clear();
    }

    public IClassIds Snapshot() => this;

    private void InternAll()
    {
        foreach (var key in _inventories.SelectMany(static inventory => inventory.GetKeys())) IdOf(key);
    }
}
