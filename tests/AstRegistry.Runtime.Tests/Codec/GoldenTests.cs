using AstRegistry.Codec;
using AstRegistry.History;
using AstRegistry.Snapshots;

namespace AstRegistry.Runtime.Tests.Codec;

/// <summary>
/// The bytes of everything that is stored, as an encoder made them that shares nothing with this one. Who changes them breaks what others have stored:
/// the version of the form has to go up then, and the old one must still be read.
/// </summary>
public sealed class GoldenTests
{
    private const string ChangeSetBytes =
        "41535452015601016500000003EA261F939500A473686F70AE436172742E416464284974656D2993A866756E6374696F6E81A46C616E67A263739401" +
        "FFCB3FF8000000000000C3C09501A473686F70A44361727493A47479706580CD012C93A47479706580C09502A873686F702E6F6C64A178C0C0";

    private const string CheckpointBytes =
        "41535452014301014A000000AB973F8A94099292A473686F700992A573746F636B0492A474797065A46974656D939500A4436172740080CD012C9501" +
        "A54EC3A46D650181A46C616E67A26373C40201029500A44C696E650080C0";

    private static readonly RegistryEntry Cart = new(new("shop", "Cart"), "type", data: 300);

    private static readonly ChangeSet Changes = new(
        RegistryOperation.Create(new(new("shop", "Cart.Add(Item)"), "function", RegistryValue.MapOf(("lang", "cs")), RegistryValue.ListOf(1, -1, 1.5, true))),
        RegistryOperation.Update(Cart, Cart.WithData(default)),
        RegistryOperation.Delete(new EntryId("shop.old", "x")));

    [Fact]
    public void Change_set()
    {
        Assert.Equal(ChangeSetBytes, Convert.ToHexString(ChangeSetCodec.Encode(Changes)));
        Assert.Equal(Changes.AsEnumerable(), ChangeSetCodec.Decode(Convert.FromHexString(ChangeSetBytes)));
        Assert.Equal("415354520156010101000000EA7AB50190", Convert.ToHexString(ChangeSetCodec.Encode(ChangeSet.Empty)));
    }

    [Fact]
    public void Checkpoint()
    {
        RegistryEntry[] entries = [Cart, new(new("stock", "Näme"), "item", RegistryValue.MapOf(("lang", "cs")), RegistryValue.Of([1, 2])), new(new("shop", "Line"), "type")];
        var builder = EntryTable<RegistryEntry>.Empty.ToBuilder();
        foreach (var entry in entries[..2]) builder.Set(entry.Id, entry);
        builder = builder.ToImmutable(4).ToBuilder();
        builder.Set(entries[2].Id, entries[2]);

        Assert.Equal(CheckpointBytes, Convert.ToHexString(CheckpointCodec.Encode(9, builder.ToImmutable(9))));
        var (revision, table) = CheckpointCodec.Decode(Convert.FromHexString(CheckpointBytes));
        Assert.Equal(9, revision);
        Assert.Equal(entries, table.Items.Select(static item => item.Value));
        Assert.Equal([("shop", 9L), ("stock", 4L)], table.Namespaces.Select(static names => (names.Name, names.Revision)).Order());
    }

    [Fact]
    public void Chain()
    {
        var at = new DateTimeOffset(2026, 3, 4, 5, 6, 7, new TimeSpan(5, 30, 0)).AddTicks(1_234_567);
        var first = HistoryChain.Create(default, new(1, 0, at, "Zoë", new Guid("00112233-4455-6677-8899-aabbccddeeff"), 3), Changes);
        var second = HistoryChain.Create(first.Hash, new(2, 0, at.ToUniversalTime(), "", Guid.Empty, 0), ChangeSet.Empty);

        Assert.Equal("d1ed137827cd70cac822241081951f79c2b1a012cfd4bdf338c2ede839f9e8a4", first.Hash.ToString());
        Assert.Equal("0df09f5ceecd8e7ee8a952543a1acbc2ee8dbb9619e35effb8bf0d1a6b83dab1", second.Hash.ToString());
        Assert.Equal(ChangeSetBytes, Convert.ToHexString(first.Changes.Span));
    }
}
