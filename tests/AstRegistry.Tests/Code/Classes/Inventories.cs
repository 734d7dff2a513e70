using AstRegistry.Packing;
using FsCheck;
using FsCheck.Fluent;

namespace AstRegistry.Tests.Code.Classes;

/// <summary>Inventories made of names, and registries that hold nothing but theirs.</summary>
internal static class Inventories
{
    /// <summary>Several projects with up to 10,000 classes in all, most of them of their own, some from references and the framework.</summary>
    public static readonly Gen<ClassInventory[]> Any =
        from projects in Gen.Choose(1, 6)
        from size in Gen.Elements(1, 10, 100, 1_000, 10_000)
        from total in Gen.Choose(0, size)
        from seed in Gen.Choose(0, int.MaxValue - 1)
        select Make(projects, total, seed);

    public static ClassInventory Source(string project, params string[] names) => ClassInventory.Create(project, ClassOrigin.Source, names);

    /// <summary>A registry with packed names and no buckets.</summary>
    public static CodeRegistry Registry(string project, params string[] names) => CodeRegistry.Create(new NamesData(project) { Names = names });

    /// <summary>What a project may look like some edits later: some classes gone, some new, some back.</summary>
    public static Gen<ClassInventory> Edited(ClassInventory inventory) =>
        from seed in Gen.Choose(0, int.MaxValue - 1)
        from keep in Gen.Choose(0, 100)
        from fresh in Gen.Choose(0, 20)
        select Edit(inventory, new Random(seed), keep, fresh);

    private static ClassInventory Edit(ClassInventory inventory, Random random, int keep, int fresh)
    {
        var kept = inventory.GetKeys().Select(static key => key.MetadataName).Where(_ => random.Next(100) < keep);
        var names = kept.Concat(Enumerable.Range(0, fresh).Select(_ => Name(random))).Distinct().ToArray();
        random.Shuffle(names);
        return ClassInventory.Create(inventory.Project, inventory.Origin, names, inventory.Module);
    }

    private static ClassInventory[] Make(int projects, int total, int seed)
    {
        var random = new Random(seed);
        var inventories = new List<ClassInventory>();
        for (var i = 0; i < projects; i++)
        {
            var project = "Acme." + (char)('A' + random.Next(26)) + i;
            inventories.Add(Source(project, Names(random, total / projects)));
            if (random.Next(3) == 0) inventories.Add(ClassInventory.Create(project, ClassOrigin.Framework, Names(random, random.Next(20))));
            foreach (var module in new[] { "Lib", "Lib.Old", null }.Take(random.Next(4)))
            {
                inventories.Add(ClassInventory.Create(project, ClassOrigin.Reference, Names(random, random.Next(20)), module));
            }
        }

        var shuffled = inventories.ToArray();
        random.Shuffle(shuffled);
        return shuffled;
    }

    private static string[] Names(Random random, int count) => [.. Enumerable.Range(0, count).Select(_ => Name(random)).Distinct()];

    private static string Name(Random random) => random.Next(4) switch
    {
        0 => FormattableString.Invariant($"N{random.Next(5)}.C{random.Next(4_000)}"),
        1 => FormattableString.Invariant($"N{random.Next(5)}.C{random.Next(4_000)}+Inner{random.Next(3)}`{random.Next(1, 4)}"),
        2 => FormattableString.Invariant($"C{random.Next(4_000)}"),
        _ => FormattableString.Invariant($"N{random.Next(5)}.Deep.Größe{random.Next(4_000)}@My File{random.Next(3)}.cs"),
    };
}

/// <summary>Registry data that holds names alone, which may be changed beneath a registry.</summary>
internal sealed class NamesData(string project) : AstRegistry.Code.RegistryData
{
    private int _reads;
    private IReadOnlyList<string> _names = [];
    private string _inventory = "";

    /// <summary>How often the inventory was asked for.</summary>
    public int Reads => _reads;

    public IReadOnlyList<string> Names
    {
        get => _names;
        set
        {
            _names = value;
            _inventory = InventoryWriter.Write(value.Select(static name => new InventoryEntry(name, InventoryEntry.OneBucket(0))));
        }
    }

    /// <summary>Takes the place of the packed names.</summary>
    public string? FalseInventory { get; set; }

    public override int FormatVersion => CurrentFormatVersion;
    public override string ProjectName => project;
    public override AstRegistryDetail Detail => AstRegistryDetail.Types;
    public override AstRegistryDetail RequestedDetail => AstRegistryDetail.Types;
    public override string Index => IdIndexWriter.Write([]);

    public override string Inventory
    {
        get
        {
            _reads++;
            return FalseInventory ?? _inventory;
        }
    }

    public override string? GetBucket(int bucket) => null;
}
