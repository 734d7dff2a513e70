using AstRegistry.Code;
using AstRegistry.Identity;
using AstRegistry.Packing;

namespace AstRegistry.Tests.Code;

public sealed class RegistryDataTests
{
    [Fact]
    public void What_was_left_out_is_said()
    {
        var registry = CodeRegistry.Create(MakeData(static text => text));

        Assert.Equal(AstRegistryDetail.Statements, registry.Detail);
        Assert.Equal(AstRegistryDetail.Nodes, registry.RequestedDetail);
        Assert.Equal(["Nodes were left out."], registry.LeftOut);
        Assert.False(registry.IsComplete);
    }

    [Fact]
    public void Another_format_version_is_refused_with_the_reason()
    {
        var error = Assert.Throws<PackedDataException>(() => CodeRegistry.Create(MakeData(static text => text, version: 99)));

        Assert.Equal("The registry of 'Shop' has format version 99; this library reads version 1. Use one as new as the generator.", error.Message);
        Assert.Throws<ArgumentNullException>(() => CodeRegistry.Create(null!));
    }

    [Fact]
    public void Damaged_data_is_refused_with_project_and_place()
    {
        var registry = CodeRegistry.Create(MakeData(static text => $"{text[..8]}{(text[8] == '\u3400' ? '\u3401' : '\u3400')}{text[9..]}"));

        var error = Assert.Throws<PackedDataException>(() => registry.Modules);

        Assert.StartsWith("The registry of 'Shop' cannot be read, bucket 0: Packed bucket: checksum", error.Message, StringComparison.Ordinal);
        Assert.IsType<PackedDataException>(error.InnerException);
        Assert.Throws<PackedDataException>(() => registry.TryFindModule("Shop.Cart", out _));
    }

    [Fact]
    public void A_missing_module_is_told_without_reading_a_bucket()
    {
        var registry = CodeRegistry.Create(MakeData(static _ => throw new InvalidOperationException()));

        Assert.EndsWith("Near: 'Shop.Cart'.", Assert.Throws<KeyNotFoundException>(() => registry.FindModule("Shop.Card")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_index_that_does_not_lead_to_a_type_is_refused()
    {
        var registry = CodeRegistry.Create(MakeData(static text => text, index: ""));

        var error = Assert.Throws<PackedDataException>(() => registry.Modules);

        Assert.Equal("The registry of 'Shop' cannot be read, index: It does not lead to 'Shop.Cart'.", error.Message);
    }

    [Fact]
    public void An_index_that_names_a_bucket_twice_doubles_nothing()
    {
        var id = MemberHash.OfType("Shop", "Shop.Cart").Id;
        var index = IdIndexWriter.Write([(id, 0), (id + 255, 0)]);
        Assert.Equal([0, 0], Candidates(index, id));

        var cart = CodeRegistry.Create(MakeData(static text => text, index: index)).FindModule("Shop.Cart");

        Assert.Single(cart.Locations);

        static List<int> Candidates(string index, ulong id)
        {
            var found = new List<int>();
            foreach (var bucket in IdIndex.Candidates(index, id)) found.Add(bucket);
            return found;
        }
    }

    [Fact]
    public void Nothing_is_read_before_it_is_asked_for() =>
        Assert.Equal("Shop (Statements)", CodeRegistry.Create(MakeData(static _ => throw new InvalidOperationException())).ToString());

    private static TestRegistryData MakeData(Func<string, string> damage, int version = RegistryData.CurrentFormatVersion, string? index = null)
    {
        var file = new FileTableBuilder();
        file.Type("Cart");
        return new TestRegistryData("Shop", AstRegistryDetail.Statements, [file.Table]) { Damage = damage, Version = version, FalseIndex = index };
    }
}
