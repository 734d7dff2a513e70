using AstRegistry.Identity;
using AstRegistry.Packing;

namespace AstRegistry.Tests.Code;

/// <summary>Ids that a lock file keeps, read back at run time.</summary>
public class IdOverrideTests
{
    private const ulong Kept = 0x1111_2222_3333_4444;
    private static readonly MemberHash Cart = MemberHash.Of("Shop", KindTag.Type, "Shop.Cart");
    private static readonly MemberHash Add = MemberHash.Of("Shop", KindTag.Of(MemberKind.Method, false), "Shop.Cart.Add()");

    [Fact]
    public void A_type_and_a_member_have_the_ids_they_were_given()
    {
        var registry = Open("namespace Shop { class Cart { void Add() { int n = 1; } } class Other { } }", new(Cart, Kept), new(Add, Kept + 1));

        var module = registry.FindModule("Shop.Cart");
        Assert.Equal(new NodeId(Kept), module.Id);
        Assert.Same(module, registry.GetModule(new NodeId(Kept)));
        Assert.False(registry.TryGetModule(new NodeId(Cart.Id), out _));
        var function = registry.FindFunction("Shop.Cart.Add()");
        Assert.Equal(new NodeId(Kept + 1), function.Id);
        Assert.Same(function, registry.GetFunction(new NodeId(Kept + 1)));
        Assert.Equal(Kept + 1, Assert.Single(function.Node.Children).Id.Member);
        Assert.Equal(new NodeId(MemberHash.OfType("Shop", "Shop.Other").Id), registry.FindModule("Shop.Other").Id);
    }

    [Fact]
    public void Types_whose_ids_are_equal_by_chance_stay_two()
    {
        var registry = Open("namespace Shop { class Cart { int A; } class Other { int B; } }", new IdOverride(Cart, MemberHash.OfType("Shop", "Shop.Other").Id));

        Assert.Equal("A", Assert.Single(registry.FindModule("Shop.Cart").Members).Name);
        Assert.Equal("B", Assert.Single(registry.FindModule("Shop.Other").Members).Name);
        Assert.Equal(2, registry.Modules.Count);
    }

    [Fact]
    public void The_check_tells_two_hashes_with_one_id_apart()
    {
        var overrides = IdOverrides.Read(IdOverridesWriter.Write([new(new(5, 1), 7), new(new(5, 2), 8)]));

        Assert.Equal((7UL, 8UL, 5UL, 6UL), (overrides.IdOf(new(5, 1)), overrides.IdOf(new(5, 2)), overrides.IdOf(new(5, 3)), overrides.IdOf(new(6, 1))));
    }

    [Fact]
    public void The_packed_form_never_changes_and_does_not_depend_on_order()
    {
        IdOverride[] entries = [new(new(5, 1), 7), new(new(0xFFFF_FFFF_FFFF_FFFF, 2), 8)];

        var text = IdOverridesWriter.Write(entries);

        Assert.Equal(text, IdOverridesWriter.Write(entries.Reverse()));
        Assert.Equal("010300EE85ED000000000000000500000000000000010000000000000007FFFFFFFFFFFFFFFF00000000000000020000000000000008", Convert.ToHexString(PayloadText.Decode(text)));
        Assert.Equal("", IdOverridesWriter.Write([]));
    }

    [Fact]
    public void Another_version_and_damage_are_refused_by_name()
    {
        var bytes = PayloadText.Decode(IdOverridesWriter.Write([new(new(5, 1), 7)]));
        bytes[0] = 9;
        var newer = Assert.Throws<PackedDataException>(() => IdOverrides.Read(PayloadText.Encode(bytes)));
        bytes[0] = PackedFormat.Version;
        bytes[^1] ^= 1;
        var damaged = Assert.Throws<PackedDataException>(() => IdOverrides.Read(PayloadText.Encode(bytes)));

        Assert.Contains("format version 9", newer.Message, StringComparison.Ordinal);
        Assert.Contains("damaged", damaged.Message, StringComparison.Ordinal);
    }

    private static CodeRegistry Open(string source, params IdOverride[] overrides) =>
        CodeRegistry.Create(new TestRegistryData("Shop", AstRegistryDetail.Statements, [SourceRegistry.Read(source)], overrides));
}
