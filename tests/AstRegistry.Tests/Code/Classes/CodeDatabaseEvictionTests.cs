using System.Runtime.CompilerServices;

namespace AstRegistry.Tests.Code.Classes;

public sealed class CodeDatabaseEvictionTests
{
    [Fact]
    public void Ids_stay_and_keys_are_computed_again()
    {
        var shop = new NamesData("Shop") { Names = ["Shop.Cart", "Shop.Item"] };
        var database = CodeDatabase.Load(CodeRegistry.Create(shop));
        database.Apply(Inventories.Source("Pay", "Pay.Card"));
        shop.Names = ["Shop.Bill", "Shop.Item"];
        database.Apply(CodeRegistry.Create(shop));
        var before = database.Classes.ToDictionary(database.KeyOf);
        var snapshot = database.Snapshot;

        database.Evict();
        var reads = shop.Reads;

        Assert.Same(snapshot, database.Snapshot);
        Assert.Equal(before, database.Classes.ToDictionary(database.KeyOf));
        Assert.All(before, entry => Assert.Equal(entry.Value, database.ClassIdOf(entry.Key)));
        Assert.Equal(reads + 1, shop.Reads);
    }

    [Fact]
    public void Removed_classes_are_remembered()
    {
        var database = CodeDatabase.Load(Inventories.Registry("Shop", "Shop.Cart", "Shop.Item"), Inventories.Registry("Pay", "Pay.Card"));
        var (cart, card) = (database.ClassIdOf(ClassKey.Source("Shop", "Shop.Cart")), database.ClassIdOf(ClassKey.Source("Pay", "Pay.Card")));
        database.Apply(Inventories.Registry("Shop", "Shop.Item"));
        database.Remove("Pay");

        database.Evict();

        Assert.Equal("Shop.Cart", Assert.Throws<RemovedClassException>(() => database.KeyOf(cart)).Key!.MetadataName);
        Assert.Equal("Pay.Card", Assert.Throws<RemovedClassException>(() => database.KeyOf(card)).Key!.MetadataName);
        database.Apply(Inventories.Registry("Shop", "Shop.Cart", "Shop.Item"));
        Assert.NotEqual(cart, database.ClassIdOf(ClassKey.Source("Shop", "Shop.Cart")));
    }

    /// <summary>Data that changes beneath a registry: another class, one less, one more, damage.</summary>
    [Theory]
    [InlineData("Shop.Cart|Shop.Itex", "stands where another class was")]
    [InlineData("Shop.Cart", "It holds 1 names where it held 2 before")]
    [InlineData("Shop.Cart|Shop.Item|Shop.Row", "It holds 3 names where it held 2 before")]
    [InlineData("", "Payload text: empty")]
    public void A_mismatch_aborts_and_the_old_state_stays_in_use(string names, string reason)
    {
        var intact = new NamesData("Pay") { Names = ["Pay.Card"] };
        var data = new NamesData("Shop") { Names = ["Shop.Cart", "Shop.Item"] };
        var database = CodeDatabase.Load(CodeRegistry.Create(intact), CodeRegistry.Create(data));
        var before = database.Classes.ToDictionary(database.KeyOf);
        if (names.Length == 0) data.FalseInventory = "";
        else data.Names = names.Split('|');
        var reads = (intact.Reads, data.Reads);

        var error = Assert.ThrowsAny<Exception>(database.Evict);

        Assert.Contains(reason, error.Message, StringComparison.Ordinal);
        Assert.Contains("'Shop'", error.Message, StringComparison.Ordinal);
        Assert.Equal((reads.Item1 + 1, reads.Item2 + 1), (intact.Reads, data.Reads));
        Assert.Equal(before, database.Classes.ToDictionary(database.KeyOf));
        Assert.All(before, entry => Assert.Equal(entry.Value, database.ClassIdOf(entry.Key)));
        Assert.Equal((reads.Item1 + 1, reads.Item2 + 1), (intact.Reads, data.Reads));
    }

    [Fact]
    public void A_mismatch_is_typed_and_names_the_project()
    {
        var data = new NamesData("Shop") { Names = ["Shop.Cart"] };
        var database = CodeDatabase.Load(CodeRegistry.Create(data));
        _ = database.KeyOf(database.Classes[0]);
        data.Names = ["Shop.Cars"];

        Assert.Equal("Shop", Assert.Throws<InternedTableMismatchException>(database.Evict).Project);
        Assert.Equal("Shop.Cart", database.KeyOf(database.Classes[0]).MetadataName);

        database.Apply(CodeRegistry.Create(data));
        database.Evict();
        Assert.Equal("Shop.Cars", database.KeyOf(database.Classes[0]).MetadataName);
    }

    [Fact]
    public void What_was_never_asked_for_is_not_computed_to_be_evicted()
    {
        var data = new NamesData("Shop") { Names = ["Shop.Cart"] };
        var database = CodeDatabase.Load(CodeRegistry.Create(data));
        var reads = data.Reads;

        database.Evict();

        Assert.Equal(reads, data.Reads);
    }

    [Fact]
    public void Records_that_were_handed_out_stay_valid()
    {
        var registry = SourceRegistry.Of(
            "namespace Shop; partial class Cart { void Add() { if (x) { } } class Line { } }",
            "namespace Shop; partial class Cart { void Remove() { } }");
        var database = CodeDatabase.Load(registry);
        var id = database.ClassIdOf(ClassKey.Source("Shop", "Shop.Cart"));
        var before = database.ModuleOf(id);
        var untouched = database.ModuleOf(database.ClassIdOf(ClassKey.Source("Shop", "Shop.Cart+Line")));

        database.Evict();
        var after = database.ModuleOf(id);

        Assert.NotSame(before, after);
        Assert.Equal(["Shop.Cart.Add()", "Shop.Cart.Remove()"], before.Members.Select(static member => member.Key));
        Assert.Equal(after.Functions.Select(static function => function.Node.DescendantsAndSelf().Count()), before.Functions.Select(static function => function.Node.DescendantsAndSelf().Count()));
        Assert.Same(before, untouched.Container);
        Assert.Same(after, registry.FindModule("Shop.Cart"));
        Assert.Contains(after, registry.Modules);
    }

    [Fact]
    public void A_type_that_only_a_look_up_told_is_remembered()
    {
        var own = typeof(Told).Assembly.GetName().Name!;
        var registry = TestRegistry.Of(own, AstRegistryDetail.Types, Told.Rows());
        var database = CodeDatabase.Load(registry);
        var module = registry.FindModule(typeof(Told));

        database.Evict();

        Assert.Equal(typeof(Told), module.RuntimeType);
        Assert.Equal(typeof(Told), database.TypeOf(database.ClassIdOf<Told>()));
    }

    [Fact]
    public void Tables_are_really_let_go()
    {
        var database = CodeDatabase.Load(Inventories.Registry("Shop", [.. Enumerable.Range(0, 2_000).Select(static i => $"Shop.Class{i}")]));
        var key = Touch(database);

        database.Evict();
        GC.Collect();

        Assert.False(key.IsAlive);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference Touch(CodeDatabase database) => new(database.KeyOf(database.Classes[7]));

    private sealed class Told
    {
        public static AstRegistry.Packing.FileTable Rows()
        {
            var file = new FileTableBuilder();
            var outer = file.Type(nameof(CodeDatabaseEvictionTests), with: static row => row.Namespace = typeof(CodeDatabaseEvictionTests).Namespace!);
            file.Type(nameof(Told), outer);
            return file.Table;
        }
    }
}
