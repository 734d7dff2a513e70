using AstRegistry.Snapshots;

namespace AstRegistry.Runtime.Tests.Finding;

/// <summary>A registry without any of a registry's machinery: entries are put and removed, and a commit gives the snapshot.</summary>
internal sealed class TestTable
{
    private EntryTable<RegistryEntry>.Builder _builder = EntryTable<RegistryEntry>.Empty.ToBuilder();
    private long _revision;

    public TestTable(params IEnumerable<RegistryEntry> entries)
    {
        foreach (var entry in entries) Put(entry);
        Commit();
    }

    public RegistrySnapshot Snapshot { get; private set; } = RegistrySnapshot.Empty;

    public static RegistryEntry Entry(string id, string kind = "thing", params (string Name, RegistryValue Value)[] meta) => new(EntryId.Parse(id), kind, RegistryValue.MapOf(meta));

    public void Put(RegistryEntry entry) => _builder.Set(entry.Id, entry);

    public void Put(string id, string kind = "thing") => Put(Entry(id, kind));

    public void Remove(string id) => _builder.Remove(EntryId.Parse(id));

    public RegistrySnapshot Commit()
    {
        var table = _builder.ToImmutable(++_revision);
        Snapshot = new(new(_revision, _revision - 1, DateTimeOffset.UnixEpoch, "", Guid.Empty, 0), table);
        _builder = table.ToBuilder();
        return Snapshot;
    }
}
