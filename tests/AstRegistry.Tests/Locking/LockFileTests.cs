using AstRegistry.Locking;

namespace AstRegistry.Tests.Locking;

public class LockFileTests
{
    private const string Canonical = """
        00000000000000a1 type Shop.Cart
        00000000000000a2 method Shop.Cart.Add``1(int,List<``0>,ref%20Item) was=Shop.Cart.Put(Item) salt=2 tfm=net10.0;net8.0
        00000000000000a3 property Shop.Cart.Total was=field:Shop.Cart.total
        00000000000000a4 enum-member Shop.Colour.Red retired
        ffffffffffffffff method-definition Shop.%25%C2%85Ünï.M()

        """;

    [Fact]
    public void What_was_written_is_read()
    {
        var file = LockFile.Parse(Canonical);

        Assert.Empty(file.Faults);
        Assert.Equal(
            [
                new LockRecord(0xa1, new("type", "Shop.Cart")),
                new LockRecord(0xa2, new("method", "Shop.Cart.Add``1(int,List<``0>,ref Item)")) { Was = new("method", "Shop.Cart.Put(Item)"), Salt = 2, Targets = LockTargets.Of(["net8.0", "net10.0"]) },
                new LockRecord(0xa3, new("property", "Shop.Cart.Total")) { Was = new("field", "Shop.Cart.total") },
                new LockRecord(0xa4, new("enum-member", "Shop.Colour.Red")) { IsRetired = true },
                new LockRecord(0xffffffffffffffff, new("method-definition", "Shop.%\u0085Ünï.M()")),
            ],
            file.Records);
    }

    [Fact]
    public void What_was_read_is_written()
    {
        var file = LockFile.Parse(Canonical);

        Assert.Equal(Canonical, file.ToText());
        Assert.True(file.IsCanonical);
    }

    [Fact]
    public void The_empty_file_has_no_records()
    {
        Assert.Empty(LockFile.Parse("").Records);
        Assert.Equal("", LockFile.Empty.ToText());
        Assert.True(LockFile.Parse("").IsCanonical);
    }
}
