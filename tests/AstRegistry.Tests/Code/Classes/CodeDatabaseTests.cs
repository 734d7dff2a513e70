namespace AstRegistry.Tests.Code.Classes;

public sealed class CodeDatabaseTests
{
    [Fact]
    public void Ids_and_keys_lead_to_each_other()
    {
        var database = CodeDatabase.Load(Inventories.Registry("Shop", "Shop.Item", "Shop.Cart", "Shop.Cart+Line`1"), Inventories.Registry("Acme"), Inventories.Registry("Pay", "Pay.Card"));

        Assert.Equal(4, database.Count);
        Assert.Equal(
            ["Pay!source!Pay.Card", "Shop!source!Shop.Cart", "Shop!source!Shop.Cart+Line`1", "Shop!source!Shop.Item"],
            database.Classes.Select(id => database.KeyOf(id).ToString()));
        Assert.All(database.Classes, id => Assert.Equal(id, database.ClassIdOf(database.KeyOf(id))));
        Assert.Equal(["Acme", "Pay", "Shop"], database.Projects.Select(static project => project.Name));
        Assert.Equal("revision 0: 4 classes of 3 projects", database.ToString());
    }

    /// <summary>What is stored is the key: nothing else could be, and it is enough.</summary>
    [Fact]
    public void A_stored_key_finds_its_class_again_in_another_process()
    {
        var first = CodeDatabase.Load(Inventories.Registry("Shop", "Shop.Cart", "Shop.Item"));
        var file = string.Join('\n', first.Classes.Select(first.KeyOf));

        var second = CodeDatabase.Load(Inventories.Registry("Pay", "Pay.Card"), Inventories.Registry("Shop", "Shop.Bill", "Shop.Cart", "Shop.Item"));
        var found = file.Split('\n').Select(static line => ClassKey.Parse(line)).Select(second.ClassIdOf);

        Assert.Equal(["Shop.Cart", "Shop.Item"], found.Select(id => second.KeyOf(id).MetadataName));
    }

    [Fact]
    public void Loading_decodes_no_inventory()
    {
        var shop = new NamesData("Shop") { Names = ["Shop.Cart", "Shop.Item"] };
        var intact = shop.Inventory;
        shop.FalseInventory = string.Concat(intact.AsSpan(0, intact.Length - 1), "\u3401");
        var database = CodeDatabase.Load(CodeRegistry.Create(shop), Inventories.Registry("Pay", "Pay.Card"));

        Assert.Equal(3, database.Count);
        Assert.Equal("Pay.Card", database.KeyOf(database.ClassIdOf(ClassKey.Source("Pay", "Pay.Card"))).MetadataName);
        var error = Assert.Throws<PackedDataException>(() => database.ClassIdOf(ClassKey.Source("Shop", "Shop.Cart")));
        Assert.Contains("registry of 'Shop' cannot be read, inventory", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_class_of_the_sources_and_one_of_a_reference_stay_apart()
    {
        var database = CodeDatabase.Load(
            [Inventories.Registry("Shop", "Acme.Cart")],
            ClassInventory.Create("Shop", ClassOrigin.Reference, ["Acme.Cart", "Acme.Item"], "Acme"),
            ClassInventory.Create("Shop", ClassOrigin.Reference, ["Acme.Cart"], "Acme.Old"),
            ClassInventory.Create("Shop", ClassOrigin.Framework, ["System.String", "Acme.Cart"]),
            ClassInventory.Create("Pay", ClassOrigin.Framework, ["System.String"]));

        Assert.Equal(
            [
                "Pay!framework!System.String", "Shop!framework!Acme.Cart", "Shop!framework!System.String", "Shop!reference!Acme.Cart!Acme",
                "Shop!reference!Acme.Cart!Acme.Old", "Shop!reference!Acme.Item!Acme", "Shop!source!Acme.Cart",
            ],
            database.Classes.Select(id => database.KeyOf(id).ToString()));
        Assert.All(database.Classes, id => Assert.Equal(id, database.ClassIdOf(database.KeyOf(id))));
        Assert.Equal(7, database.Classes.Distinct().Count());
    }

    [Fact]
    public void Two_projects_of_one_name_are_refused_and_both_are_named()
    {
        var error = Assert.Throws<ArgumentException>(() => CodeDatabase.Load(Inventories.Registry("Shop", "A"), Inventories.Registry("Shop", "B", "C")));

        Assert.Contains("Two projects are named 'Shop'", error.Message, StringComparison.Ordinal);
        Assert.Contains("(1 classes)", error.Message, StringComparison.Ordinal);
        Assert.Contains("(2 classes)", error.Message, StringComparison.Ordinal);
        Assert.Contains(typeof(NamesData).Assembly.FullName!, error.Message, StringComparison.Ordinal);
        error = Assert.Throws<ArgumentException>(() => CodeDatabase.Load([Inventories.Registry("Shop", "A")], Inventories.Source("Shop", "B")));
        Assert.Contains("an inventory of 1 names", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_registry_that_is_given_twice_counts_once()
    {
        var shop = Inventories.Registry("Shop", "Shop.Cart");

        Assert.Equal(1, CodeDatabase.Load(shop, shop).Count);
    }

    [Fact]
    public void A_key_that_comes_twice_is_refused_with_the_way_out()
    {
        var error = Assert.Throws<ArgumentException>(() => CodeDatabase.Load(
            [ClassInventory.Create("Shop", ClassOrigin.Reference, ["Acme.Cart", "Acme.Item"]), ClassInventory.Create("Shop", ClassOrigin.Reference, ["Acme.Cart"])]));
        Assert.Contains("'Shop!reference!Acme.Cart' comes twice", error.Message, StringComparison.Ordinal);
        Assert.Contains("give the module that defines each", error.Message, StringComparison.Ordinal);

        error = Assert.Throws<ArgumentException>(() => ClassInventory.Create("Shop", ClassOrigin.Framework, ["A", "B", "A"]));
        Assert.Contains("'Shop!framework!A' comes twice", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_class_that_is_missing_is_named_with_near_ones()
    {
        var database = CodeDatabase.Load(Inventories.Registry("Shop", "Shop.Cart", "Shop.Item"));

        var error = Assert.Throws<KeyNotFoundException>(() => database.ClassIdOf(ClassKey.Source("Shop", "Shop.Crat")));
        Assert.Equal("There is no class 'Shop!source!Shop.Crat' in project 'Shop'. Near: 'Shop.Cart'.", error.Message);
        error = Assert.Throws<KeyNotFoundException>(() => database.ClassIdOf(ClassKey.Source("Shopp", "Shop.Cart")));
        Assert.Equal("There is no project 'Shopp' in the database. Near: 'Shop'.", error.Message);
        error = Assert.Throws<KeyNotFoundException>(() => database.Project("shop"));
        Assert.Equal("There is no project 'shop' in the database. Near: 'Shop'.", error.Message);
        Assert.False(database.TryGetClassId(ClassKey.Source("Shop", "Cart"), out var none));
        Assert.True(none.IsNone);
    }

    [Fact]
    public void A_project_finds_its_classes_by_name()
    {
        var database = CodeDatabase.Load(
            [Inventories.Registry("Shop", "Acme.Cart", "Shop.Item"), Inventories.Registry("Pay", "Shop.Item")],
            ClassInventory.Create("Shop", ClassOrigin.Reference, ["Acme.Cart", "Acme.Bill"], "Acme"));
        var shop = database.Project("Shop");

        Assert.Equal(4, shop.Count);
        Assert.Equal("Shop!source!Acme.Cart", database.KeyOf(shop.ClassIdOf("Acme.Cart")).ToString());
        Assert.Equal("Shop!reference!Acme.Bill!Acme", database.KeyOf(shop.ClassIdOf("Acme.Bill")).ToString());
        Assert.Equal("Pay!source!Shop.Item", database.KeyOf(database.Project("Pay").ClassIdOf("Shop.Item")).ToString());
        Assert.Equal("There is no class 'Item' in project 'Shop'. Near: 'Shop.Item'.", Assert.Throws<KeyNotFoundException>(() => shop.ClassIdOf("Item")).Message);
        Assert.False(shop.TryGetClassId("", out _));
        Assert.Equal("Shop (4 classes)", shop.ToString());
        Assert.All(shop.Classes, id => Assert.Equal("Shop", database.KeyOf(id).Project));
    }

    [Fact]
    public void Bad_arguments_are_refused()
    {
        Assert.Throws<ArgumentNullException>(() => CodeDatabase.Load((CodeRegistry)null!));
        Assert.Throws<ArgumentNullException>(() => CodeDatabase.Load((IEnumerable<ClassInventory>)null!));
        Assert.Throws<ArgumentNullException>(() => CodeDatabase.Load([(ClassInventory)null!]));
        Assert.Throws<ArgumentException>(() => CodeDatabase.Load(Inventories.Registry("", "A")));
        Assert.Throws<ArgumentNullException>(() => CodeDatabase.Load().ClassIdOf((ClassKey)null!));
        Assert.Equal(0, CodeDatabase.Load().Count);
        Assert.Throws<ForeignIdException>(() => CodeDatabase.Load().KeyOf(CodeDatabase.Load(Inventories.Registry("Shop", "A")).Classes[0]));
    }

    [Fact]
    public void A_registry_that_holds_nothing_gives_no_classes()
    {
        var database = CodeDatabase.Load(TestRegistry.Of(AstRegistryDetail.Types));

        Assert.Equal(0, database.Count);
        Assert.Empty(database.Classes);
        Assert.Equal("Shop", Assert.Single(database.Projects).Name);
    }
}
