using AstRegistry.Packing;
using FsCheck;
using FsCheck.Fluent;

namespace AstRegistry.Tests.Packing;

/// <summary>The packed inventory: the sorted keys of a project's types.</summary>
public class InventoryTests
{
    private static readonly InventoryEntry[] Shop =
    [
        new("Cart", InventoryEntry.OneBucket(0)),
        new("Shop.Cart", InventoryEntry.OneBucket(127)),
        new("Shop.Cart+Line`1", [3, 64]),
        new("Shop.Helper@My File.cs", InventoryEntry.OneBucket(5)),
        new("Größe.店", InventoryEntry.OneBucket(9)),
    ];

    [Fact]
    public void The_packed_form_never_changes() =>
        Assert.Equal(
            "0102F51AD8E5057877E8BFEC0569C2DC45B5A4BAC3DD403DD423231C23BF9488960B1FDC05F2F121"
            + "2B054356A2F70119CBBD67685449EDA5FFE354E15042",
            Convert.ToHexString(PayloadText.Decode(InventoryWriter.Write(Shop))));

    [Fact]
    public void Keys_come_back_in_ordinal_order_whatever_the_order_they_are_written_in()
    {
        var text = InventoryWriter.Write(Shop);

        Assert.Equal(text, InventoryWriter.Write(Shop.Reverse()));
        var read = InventoryReader.Read(text);
        Assert.Equal(Shop.OrderBy(static entry => entry.Key, StringComparer.Ordinal).Select(static entry => entry.Key), read.Select(static entry => entry.Key));
        Assert.Equal([3, 64], read.Single(static entry => entry.Key == "Shop.Cart+Line`1").Buckets);
    }

    [Fact]
    public void Any_keys_and_buckets_come_back() => Prop.ForAll(
        ArbMap.Default.ArbFor<(NonNull<string> Key, byte Bucket)[]>(),
        entries =>
        {
            var expected = entries
                .GroupBy(static entry => entry.Key.Get, StringComparer.Ordinal)
                .Select(static group => new InventoryEntry(group.Key, [.. group.Select(static entry => entry.Bucket % PackedFormat.Buckets).Distinct().Order()]))
                .OrderBy(static entry => entry.Key, StringComparer.Ordinal)
                .ToArray();

            var read = InventoryReader.Read(InventoryWriter.Write(expected));

            Assert.Equal(expected.Select(static entry => entry.Key), read.Select(static entry => entry.Key));
            Assert.Equal(expected.Select(static entry => entry.Buckets), read.Select(static entry => entry.Buckets));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_newer_version_is_refused_by_name()
    {
        var bytes = PayloadText.Decode(InventoryWriter.Write(Shop));
        bytes[0] = PackedFormat.Version + 1;

        var refused = Assert.Throws<PackedDataException>(() => InventoryReader.Read(PayloadText.Encode(bytes)));

        Assert.Contains($"format version {PackedFormat.Version + 1}", refused.Message, StringComparison.Ordinal);
        Assert.Contains("inventory", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Any_changed_byte_is_noticed()
    {
        var good = PayloadText.Decode(InventoryWriter.Write(Shop));
        for (var i = 0; i < good.Length; i++)
        {
            var bytes = (byte[])good.Clone();
            bytes[i] ^= 0x40;
            Assert.Throws<PackedDataException>(() => InventoryReader.Read(PayloadText.Encode(bytes)));
        }
    }
}
