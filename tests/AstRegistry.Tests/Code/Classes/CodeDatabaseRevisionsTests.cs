namespace AstRegistry.Tests.Code.Classes;

public sealed class CodeDatabaseRevisionsTests
{
    [Fact]
    public void Known_classes_keep_their_ids_and_newcomers_stand_behind()
    {
        var database = CodeDatabase.Load(Inventories.Registry("Pay", "Pay.Card"), Inventories.Registry("Shop", "Shop.Cart", "Shop.Item"));
        var before = database.Classes.ToDictionary(database.KeyOf);

        var revision = database.Apply(Inventories.Registry("Shop", "Shop.Bill", "Shop.Aisle", "Shop.Item"));

        Assert.Equal(1, revision.Number);
        Assert.Equal(["Shop!source!Shop.Aisle", "Shop!source!Shop.Bill"], revision.Added.Select(static key => key.ToString()));
        Assert.Equal(["Shop!source!Shop.Cart"], revision.Removed.Select(static key => key.ToString()));
        Assert.Same(database.Snapshot, revision.Snapshot);
        Assert.Equal("revision 1 of Shop: 2 added, 1 removed", revision.ToString());
        Assert.Equal(4, database.Count);
        Assert.Equal(["Pay.Card", "Shop.Aisle", "Shop.Bill", "Shop.Item"], database.Classes.Select(id => database.KeyOf(id).MetadataName));
        foreach (var (key, id) in before.Where(entry => !revision.Removed.Contains(entry.Key))) Assert.Equal(id, database.ClassIdOf(key));
        Assert.DoesNotContain(database.Classes, id => before.Where(entry => revision.Removed.Contains(entry.Key)).Select(static entry => entry.Value).Contains(id));
    }

    [Fact]
    public void The_id_of_a_removed_class_says_which_it_was_and_is_never_given_again()
    {
        var database = CodeDatabase.Load(Inventories.Registry("Shop", "Shop.Cart", "Shop.Item"));
        var cart = ClassKey.Source("Shop", "Shop.Cart");
        var first = database.ClassIdOf(cart);

        database.Apply(Inventories.Registry("Shop", "Shop.Item"));
        Assert.Equal(cart, Assert.Throws<RemovedClassException>(() => database.KeyOf(first)).Key);
        Assert.False(database.TryGetKey(first, out _));
        Assert.Throws<KeyNotFoundException>(() => database.ClassIdOf(cart));

        database.Apply(Inventories.Registry("Shop", "Shop.Cart", "Shop.Item"));
        var second = database.ClassIdOf(cart);
        Assert.NotEqual(first, second);
        Assert.Equal(cart, database.KeyOf(second));
        Assert.Equal(cart, Assert.Throws<RemovedClassException>(() => database.KeyOf(first)).Key);
        Assert.Contains("'Shop!source!Shop.Cart' was removed", Assert.Throws<RemovedClassException>(() => database.ModuleOf(first)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_old_snapshot_answers_as_before_and_knows_no_later_id()
    {
        var database = CodeDatabase.Load(Inventories.Registry("Shop", "Shop.Cart", "Shop.Item"));
        var old = database.Snapshot;
        var cart = old.ClassIdOf(ClassKey.Source("Shop", "Shop.Cart"));

        database.Apply(Inventories.Registry("Shop", "Shop.Bill"));
        var bill = database.ClassIdOf(ClassKey.Source("Shop", "Shop.Bill"));

        Assert.Equal("Shop.Cart", old.KeyOf(cart).MetadataName);
        Assert.Equal((0, 2), (old.Revision, old.Count));
        Assert.False(old.TryGetClassId(ClassKey.Source("Shop", "Shop.Bill"), out _));
        Assert.Contains("after revision 0", Assert.Throws<ForeignIdException>(() => old.KeyOf(bill)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_project_may_come_and_go()
    {
        var database = CodeDatabase.Load(Inventories.Registry("Shop", "Shop.Cart"));
        database.Apply(Inventories.Registry("Pay", "Pay.Card"));
        var card = database.ClassIdOf(ClassKey.Source("Pay", "Pay.Card"));
        Assert.Equal(["Pay", "Shop"], database.Projects.Select(static project => project.Name));

        var removal = database.Remove("Pay");
        Assert.Equal(["Pay!source!Pay.Card"], removal.Removed.Select(static key => key.ToString()));
        Assert.Equal(["Shop"], database.Projects.Select(static project => project.Name));
        Assert.Equal("Pay.Card", Assert.Throws<RemovedClassException>(() => database.KeyOf(card)).Key!.MetadataName);
        Assert.Throws<KeyNotFoundException>(() => database.Remove("Pay"));

        database.Apply(Inventories.Registry("Pay", "Pay.Card"));
        Assert.NotEqual(card, database.ClassIdOf(ClassKey.Source("Pay", "Pay.Card")));
        Assert.Equal(2, database.Count);
    }

    [Fact]
    public void What_a_project_has_from_other_origins_stays()
    {
        var database = CodeDatabase.Load([Inventories.Registry("Shop", "Shop.Cart")], ClassInventory.Create("Shop", ClassOrigin.Reference, ["Acme.A", "Acme.B"], "Acme"));

        database.Apply(Inventories.Registry("Shop", "Shop.Bill"));
        Assert.Equal(["Acme.A", "Acme.B", "Shop.Bill"], database.Classes.Select(id => database.KeyOf(id).MetadataName));

        database.Apply(ClassInventory.Create("Shop", ClassOrigin.Reference, ["Acme.B"], "Acme"), ClassInventory.Create("Shop", ClassOrigin.Framework, ["System.String"]));
        Assert.Equal(["System.String", "Acme.B", "Shop.Bill"], database.Classes.Select(id => database.KeyOf(id).MetadataName));
    }

    [Fact]
    public void A_revision_that_cannot_be_leaves_the_database_as_it_was()
    {
        var database = CodeDatabase.Load(Inventories.Registry("Shop", "Shop.Cart"));
        var before = database.Snapshot;
        var damaged = new NamesData("Shop") { Names = ["Shop.Cart", "Shop.Item"] };
        damaged.FalseInventory = damaged.Inventory[..^1] + "\u3401";

        Assert.Throws<PackedDataException>(() => database.Apply(CodeRegistry.Create(damaged)));
        Assert.Throws<ArgumentException>(() => database.Apply(Inventories.Source("Shop", "A"), Inventories.Source("Pay", "B")));
        Assert.Throws<ArgumentException>(() => database.Apply(Inventories.Source("Shop", "A"), Inventories.Source("Shop", "B")));
        Assert.Throws<ArgumentException>(() => database.Apply());
        Assert.Throws<ArgumentNullException>(() => database.Apply((CodeRegistry)null!));
        Assert.Same(before, database.Snapshot);
    }

    [Fact]
    public void Records_are_those_of_the_revision()
    {
        var database = CodeDatabase.Load(SourceRegistry.Of("namespace Shop; class Cart { void Add() { } }"));
        var old = database.Snapshot;
        var cart = database.ClassIdOf(ClassKey.Source("Shop", "Shop.Cart"));

        database.Apply(SourceRegistry.Of("namespace Shop; class Cart { void Add() { } void Remove() { } }"));

        Assert.Single(old.ModuleOf(cart).Members);
        Assert.Equal(2, database.ModuleOf(cart).Members.Count);
    }

    [Fact]
    public void A_class_without_a_registry_has_no_record()
    {
        var database = CodeDatabase.Load([Inventories.Source("Shop", "Shop.Cart")]);

        Assert.False(database.TryGetModule(database.Classes[0], out _));
        Assert.Null(database.TypeOf(database.Classes[0]));
        Assert.Contains("known by its key alone", Assert.Throws<KeyNotFoundException>(() => database.ModuleOf(database.Classes[0])).Message, StringComparison.Ordinal);
    }

    /// <summary>Two databases that were loaded alike and then went different ways tell their newer ids apart.</summary>
    [Fact]
    public void Databases_that_diverge_know_each_others_ids_up_to_there()
    {
        CodeDatabase left = CodeDatabase.Load(Inventories.Registry("Shop", "Shop.Cart")), right = CodeDatabase.Load(Inventories.Registry("Shop", "Shop.Cart"));
        left.Apply(Inventories.Registry("Shop", "Shop.Bill", "Shop.Cart"));
        right.Apply(Inventories.Registry("Shop", "Shop.Cart", "Shop.Item"));

        Assert.Equal("Shop.Cart", right.KeyOf(left.ClassIdOf(ClassKey.Source("Shop", "Shop.Cart"))).MetadataName);
        Assert.Throws<ForeignIdException>(() => right.KeyOf(left.ClassIdOf(ClassKey.Source("Shop", "Shop.Bill"))));
    }
}
