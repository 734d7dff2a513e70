using AstRegistry.Tests.Code.Classes;

namespace AstRegistry.Tests.Code.Stores;

public sealed class TypeStoreTests
{
    private static readonly string Own = typeof(TypeStoreTests).Assembly.GetName().Name!;
    private static readonly ClassKey Cart = ClassKey.Source("Shop", "Shop.Cart");
    private static readonly ClassKey Item = ClassKey.Source("Shop", "Shop.Item");

    private readonly CodeDatabase _database = CodeDatabase.Load(Inventories.Registry("Shop", "Shop.Cart", "Shop.Item"), Inventories.Registry(Own, typeof(TypeStoreTests).FullName!));

    [Fact]
    public void A_class_has_one_reference_however_it_was_asked_for()
    {
        using var store = new TypeStore<Red>(_database);
        var cart = store.Intern(Cart);

        Assert.True(cart == store.Intern(Cart) && cart == store.Intern(_database.ClassIdOf(Cart)) && cart != store.Intern(Item));
        Assert.Equal(store.Intern(ClassKey.Source(Own, typeof(TypeStoreTests).FullName!)), store.Intern<TypeStoreTests>());
        Assert.Equal(3, store.Count);
        Assert.Equal(Cart, store.KeyOf(cart));
        Assert.Equal(_database.ClassIdOf(Cart), store.IdOf(cart));
        Assert.Equal(cart.GetHashCode(), store.Intern(Cart).GetHashCode());
        Assert.True(cart.Equals((object)store.Intern(Cart)) && !cart.Equals("cart"));
    }

    [Fact]
    public void A_reference_prints_no_value()
    {
        using var store = new TypeStore<Red>(_database);

        Assert.Equal("LocalClassRef", store.Intern(Cart).ToString());
        Assert.Equal("LocalClassRef.None", LocalClassRef<Red>.None.ToString());
        Assert.True(LocalClassRef<Red>.None.IsNone && default == LocalClassRef<Red>.None && !store.Intern(Cart).IsNone);
    }

    [Fact]
    public void A_default_reference_is_refused()
    {
        using var store = new TypeStore<Red>(_database);

        Assert.Throws<UninitializedIdException>(() => store.KeyOf(default));
        Assert.Throws<UninitializedIdException>(() => store.IdOf(LocalClassRef<Red>.None));
        Assert.Throws<UninitializedIdException>(() => store.Intern(ClassId.None));
        Assert.Throws<ArgumentNullException>(() => store.Intern(null!));
    }

    [Fact]
    public void A_reference_of_another_store_is_refused_and_may_be_imported()
    {
        using var one = new TypeStore<Red>(_database);
        using var other = new TypeStore<Red>(_database);
        using var blue = new TypeStore<Blue>(_database.Snapshot);
        var item = one.Intern(Item);

        Assert.Contains("Import", Assert.Throws<ForeignIdException>(() => other.KeyOf(item)).Message, StringComparison.Ordinal);
        Assert.Equal(Item, other.KeyOf(other.Import(one, item)));
        Assert.Equal(Item, blue.KeyOf(blue.Import(one, item)));
        Assert.NotEqual(item, other.Import(one, item));
        Assert.Throws<ForeignIdException>(() => blue.Import(other, item));
    }

    [Fact]
    public void A_store_that_was_disposed_says_so()
    {
        var store = new TypeStore<Red>(_database);
        var cart = store.Intern(Cart);
        store.Dispose();
        store.Dispose();

        Assert.Throws<ObjectDisposedException>(() => store.KeyOf(cart));
        Assert.Throws<ObjectDisposedException>(() => store.IdOf(cart));
        Assert.Throws<ObjectDisposedException>(() => store.Intern(Cart));
        Assert.Throws<ObjectDisposedException>(() => store.Count);
        Assert.Throws<ObjectDisposedException>(() => store.OpenSession());
        Assert.Throws<ObjectDisposedException>(() => store.Use(0, static (_, state) => state));
        Assert.Throws<ObjectDisposedException>(store.Clear);
        Assert.Throws<ObjectDisposedException>(store.Rebuild);
        using var other = new TypeStore<Red>(_database);
        Assert.Throws<ObjectDisposedException>(() => other.Import(store, cart));
    }

    [Fact]
    public void Clearing_makes_references_stale()
    {
        using var store = new TypeStore<Red>(_database);
        var cart = store.Intern(Cart);
        store.Clear();

        Assert.Equal(0, store.Count);
        Assert.Throws<StaleIdException>(() => store.KeyOf(cart));
        Assert.NotEqual(cart, store.Intern(Cart));
        Assert.Equal(Cart, store.KeyOf(store.Intern(Cart)));
    }

    [Fact]
    public void Rebuilding_keeps_what_the_database_still_has()
    {
        using var store = new TypeStore<Red>(_database);
        var cart = store.Intern(Cart);
        store.Intern(Item);
        _database.Apply(Inventories.Registry("Shop", "Shop.Cart"));
        store.Rebuild();

        Assert.Equal(1, store.Count);
        Assert.Throws<StaleIdException>(() => store.KeyOf(cart));
        Assert.Equal(_database.ClassIdOf(Cart), store.IdOf(store.Intern(Cart)));
        Assert.Throws<KeyNotFoundException>(() => store.IdOf(store.Intern(Item)));
    }

    [Fact]
    public void Threads_that_intern_at_once_agree()
    {
        using var store = new TypeStore<Red>(_database);
        var keys = Enumerable.Range(0, 5_000).Select(static i => ClassKey.Source("Shop", "Shop.Class" + i)).ToArray();
        var seen = new LocalClassRef<Red>[4][];

        Parallel.For(0, seen.Length, thread =>
        {
            var random = new Random(thread);
            var order = Enumerable.Range(0, keys.Length).ToArray();
            random.Shuffle(order);
            seen[thread] = new LocalClassRef<Red>[keys.Length];
            foreach (var i in order)
            {
                seen[thread][i] = store.Intern(keys[i]);
                Assert.Equal(keys[i], store.KeyOf(seen[thread][i]));
            }
        });

        Assert.Equal(keys.Length, store.Count);
        Assert.All(seen, one => Assert.Equal(seen[0], one));
        Assert.Equal(keys.Length, seen[0].Distinct().Count());
    }

    internal sealed class Red;

    internal sealed class Blue;
}
