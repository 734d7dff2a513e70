using AstRegistry.Tests.Code.Classes;

namespace AstRegistry.Tests.Code.Stores;

public sealed class StoreSessionTests
{
    private static readonly ClassKey Cart = ClassKey.Source("Shop", "Shop.Cart");
    private static readonly ClassKey Item = ClassKey.Source("Shop", "Shop.Item");

    private readonly CodeDatabase _database = CodeDatabase.Load(Inventories.Registry("Shop", "Shop.Cart", "Shop.Item"));

    [Fact]
    public void An_id_leads_to_all_other_names_of_its_class()
    {
        using var store = new TypeStore<TypeStoreTests.Red>(_database);
        using var session = store.OpenSession();
        var cart = session.Intern(Cart);

        Assert.Equal(Cart, session.KeyOf(cart));
        Assert.Equal(_database.ClassIdOf(Cart), session.IdOf(cart));
        Assert.Equal(store.Intern(Cart), session.RefOf(cart));
        Assert.True(cart == session.Intern(_database.ClassIdOf(Cart)));
        Assert.True(cart == session.Resolve(store.Intern(Cart)));
        Assert.True(cart != session.Intern(Item));
        Assert.Equal("LocalClassId", cart.ToString());
        Assert.Equal("LocalClassId.None", LocalClassId.None.ToString());
        Assert.True(LocalClassId.None == default && LocalClassId.None != cart && LocalClassId.None.IsNone && !cart.IsNone);
    }

    [Fact]
    public void Sessions_of_one_store_understand_each_other()
    {
        using var store = new TypeStore<TypeStoreTests.Red>(_database);
        using var first = store.OpenSession();
        var cart = first.Intern(Cart);
        var copy = first;
        using var second = store.OpenSession();

        Assert.Equal(Cart, second.KeyOf(cart));
        Assert.Equal(Cart, copy.KeyOf(cart));
        Assert.True(cart == second.Intern(Cart));
    }

    [Fact]
    public void A_callback_gets_a_session_and_gives_what_may_leave_it()
    {
        using var store = new TypeStore<TypeStoreTests.Red>(_database);

        var reference = store.Use(Cart, static (session, key) => session.RefOf(session.Intern(key)));

        Assert.Equal(Cart, store.KeyOf(reference));
        Assert.Throws<ArgumentNullException>(() => store.Use<int, int>(0, null!));
    }

    [Fact]
    public void Ids_of_another_store_are_refused_and_may_be_imported()
    {
        using var red = new TypeStore<TypeStoreTests.Red>(_database);
        using var blue = new TypeStore<TypeStoreTests.Blue>(_database);
        using var session = red.OpenSession();
        using var other = blue.OpenSession();
        other.Intern(Item);
        var cart = other.Intern(Cart);

        Expect<ForeignIdException>(() =>
        {
            using var red2 = red.OpenSession();
            using var blue2 = blue.OpenSession();
            red2.KeyOf(blue2.Intern(Cart));
        });
        Assert.Equal(Cart, session.KeyOf(session.Import(other, cart)));
        Assert.False(cart == session.Intern(Cart));
    }

    [Fact]
    public void Default_values_are_refused()
    {
        using var store = new TypeStore<TypeStoreTests.Red>(_database);

        Expect<UninitializedIdException>(() => store.Use(0, static (session, _) => session.KeyOf(default)));
        Expect<UninitializedIdException>(() => store.Use(0, static (session, _) => session.IdOf(LocalClassId.None)));
        Expect<UninitializedIdException>(() => store.Use(0, static (session, _) => session.RefOf(default)));
        Expect<UninitializedIdException>(() => store.Use(0, static (session, _) => session.Resolve(default).IsNone));
        Expect<UninitializedIdException>(static () => default(StoreSession<TypeStoreTests.Red>).Intern(Cart));
        Expect<UninitializedIdException>(static () => default(StoreSession<TypeStoreTests.Red>).KeyOf(default));
        Expect<ArgumentNullException>(() => store.Use(0, static (session, _) => session.Intern(null!).IsNone));
        default(StoreSession<TypeStoreTests.Red>).Dispose();
    }

    [Fact]
    public void A_session_that_was_ended_says_so_and_so_do_its_copies()
    {
        using var store = new TypeStore<TypeStoreTests.Red>(_database);

        Expect<ObjectDisposedException>(() => store.Use(0, static (session, _) =>
        {
            session.Dispose();
            return session.Intern(Cart).IsNone;
        }));
        Expect<ObjectDisposedException>(() => store.Use(0, static (session, _) =>
        {
            var copy = session;
            var id = copy.Intern(Cart);
            session.Dispose();
            return copy.KeyOf(id);
        }));
    }

    [Fact]
    public void A_store_that_ends_ends_its_sessions()
    {
        var disposed = new TypeStore<TypeStoreTests.Red>(_database);
        Expect<ObjectDisposedException>(() => disposed.Use(disposed, static (session, store) =>
        {
            var id = session.Intern(Cart);
            store.Dispose();
            return session.KeyOf(id);
        }));
        using var cleared = new TypeStore<TypeStoreTests.Red>(_database);
        Expect<StaleIdException>(() => cleared.Use(cleared, static (session, store) =>
        {
            var id = session.Intern(Cart);
            store.Clear();
            return session.KeyOf(id);
        }));
        Expect<StaleIdException>(() => cleared.Use(cleared, static (session, store) =>
        {
            var id = session.Intern(Cart);
            store.Rebuild();
            using var next = store.OpenSession();
            return next.KeyOf(id);
        }));
    }

    [Fact]
    public void An_id_of_a_session_is_the_key_of_no_table() => Expect<NotSupportedException>(static () => default(LocalClassId).GetHashCode());

    private static void Expect<TException>(Action misuse)
        where TException : Exception => Assert.Throws<TException>(misuse);
}
