using System.Reflection;

namespace AstRegistry.Tests.Code.Classes;

public sealed class ClassIdTests
{
    private static readonly CodeDatabase Database = CodeDatabase.Load([Inventories.Source("Shop", "Shop.Cart", "Shop.Item")]);

    [Fact]
    public void Nothing_that_looks_like_a_value_leaves_an_id()
    {
        var id = Database.ClassIdOf(ClassKey.Source("Shop", "Shop.Item"));

        Assert.Equal("ClassId", id.ToString());
        Assert.Equal("ClassId", $"{id}");
        Assert.Equal("ClassId.None", ClassId.None.ToString());
        var doors = typeof(ClassId).GetMembers(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static).Select(static member => member.Name);
        Assert.Equal(
            ["Equals", "Equals", "GetHashCode", "GetType", "IsNone", "None", "ToString", "get_IsNone", "get_None", "op_Equality", "op_Inequality"],
            doors.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Ids_compare_by_what_they_name()
    {
        var cart = Database.ClassIdOf(ClassKey.Source("Shop", "Shop.Cart"));
        var item = Database.ClassIdOf(ClassKey.Source("Shop", "Shop.Item"));
        var again = CodeDatabase.Load(Inventories.Registry("Shop", "Shop.Cart")).Classes[0];

        Assert.True(cart == Database.ClassIdOf(ClassKey.Source("Shop", "Shop.Cart")) && cart != item && cart.Equals((object)cart));
        Assert.Equal(cart.GetHashCode(), Database.ClassIdOf(ClassKey.Source("Shop", "Shop.Cart")).GetHashCode());
        Assert.NotEqual(cart, again);
        Assert.True(ClassId.None.IsNone && default(ClassId) == ClassId.None && !cart.IsNone);
    }

    [Fact]
    public void A_default_id_is_refused_everywhere()
    {
        Assert.Throws<UninitializedIdException>(() => Database.KeyOf(default));
        Assert.Throws<UninitializedIdException>(() => Database.TryGetKey(ClassId.None, out _));
        Assert.Throws<UninitializedIdException>(() => Database.ModuleOf(default));
        Assert.Throws<UninitializedIdException>(() => Database.TypeOf(default));
    }

    [Fact]
    public void An_id_of_another_database_is_refused()
    {
        var other = CodeDatabase.Load([Inventories.Source("Shop", "Shop.Cart", "Shop.Items")]);
        var error = Assert.Throws<ForeignIdException>(() => Database.KeyOf(other.Classes[0]));

        Assert.Contains("by their keys", error.Message, StringComparison.Ordinal);
        Assert.IsAssignableFrom<ArgumentException>(error);
    }
}
