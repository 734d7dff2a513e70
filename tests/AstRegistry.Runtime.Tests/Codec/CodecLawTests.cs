using AstRegistry.Codec;
using AstRegistry.Snapshots;
using FsCheck;
using FsCheck.Fluent;

namespace AstRegistry.Runtime.Tests.Codec;

/// <summary>What is written reads back as it was, and there is one form of each content.</summary>
public sealed class CodecLawTests
{
    private static readonly Config Some = Config.QuickThrowOnFailure.WithMaxTest(300);

    [Fact]
    public void A_value_reads_back() => Check.One(Some, Prop.ForAll(Values.Any.ToArbitrary(), static value => ValueCodec.Decode(ValueCodec.Encode(value)) == value));

    [Fact]
    public void Equal_values_have_equal_bytes() => Check.One(Some, Prop.ForAll(Values.Any.ToArbitrary(), static value =>
    {
        var bytes = ValueCodec.Encode(value);
        return ValueCodec.Encode(ValueCodec.Decode(bytes)).AsSpan().SequenceEqual(bytes);
    }));

    [Fact]
    public void Bytes_that_are_read_are_those_that_would_be_written() => Check.One(Some.WithMaxTest(3000), Prop.ForAll(
        (from value in Values.Any from place in Gen.Choose(0, int.MaxValue) from bit in Gen.Choose(0, 7) select (value, place, bit)).ToArbitrary(),
        static mutation =>
        {
            var bytes = ValueCodec.Encode(mutation.value);
            bytes[mutation.place % Math.Min(bytes.Length, 200)] ^= (byte)(1 << mutation.bit);
            try
            {
                return ValueCodec.Encode(ValueCodec.Decode(bytes)).AsSpan().SequenceEqual(bytes);
            }
            catch (HistoryException)
            {
                return true;
            }
        }));

    [Fact]
    public void A_change_set_reads_back() => Check.One(Some, Prop.ForAll(Values.Changes.ToArbitrary(), static changes =>
    {
        var bytes = ChangeSetCodec.Encode(changes);
        var read = ChangeSetCodec.Decode(bytes);
        return read.SequenceEqual(changes) && ChangeSetCodec.Encode(read).AsSpan().SequenceEqual(bytes);
    }));

    [Fact]
    public void A_checkpoint_reads_back() => Check.One(Some, Prop.ForAll(Gen.ListOf(Values.Entry, 30).ToArbitrary(), static entries =>
    {
        var builder = EntryTable<RegistryEntry>.Empty.ToBuilder();
        foreach (var entry in entries) builder.Set(entry.Id, entry);
        var table = builder.ToImmutable(7);
        var bytes = CheckpointCodec.Encode(9, table);
        var (revision, read) = CheckpointCodec.Decode(bytes);
        Assert.Equal(9, revision);
        Assert.Equal(table.Items, read.Items);
        Assert.Equal(table.Count, read.Count);
        Assert.All(table.Items, item => Assert.True(read.TryGet(item.Key, out var value) && value.Equals(item.Value)));
        Assert.Equal(
            table.Namespaces.Select(static names => (names.Name, names.Revision, names.Slots.Count)).Order(), read.Namespaces.Select(static names => (names.Name, names.Revision, names.Slots.Count)).Order());
        Assert.Equal(bytes, CheckpointCodec.Encode(9, read));
    }));

    [Fact]
    public void A_table_that_was_read_changes_as_any_other() => Check.One(Some, Prop.ForAll(
        (from entries in Gen.ListOf(Values.Entry, 30) from changes in Gen.ListOf(Values.Operation, 20) select (entries, changes)).ToArbitrary(),
        static world =>
        {
            var builder = EntryTable<RegistryEntry>.Empty.ToBuilder();
            foreach (var entry in world.entries) builder.Set(entry.Id, entry);
            var table = builder.ToImmutable(1);
            var read = CheckpointCodec.Decode(CheckpointCodec.Encode(1, table)).Table;
            Assert.Equal(Changed(table, world.changes).Items, Changed(read, world.changes).Items);
        }));

    private static EntryTable<RegistryEntry> Changed(EntryTable<RegistryEntry> table, IEnumerable<RegistryOperation> changes)
    {
        var builder = table.ToBuilder();
        foreach (var change in changes)
        {
            if (change.Entry is { } entry) builder.Set(change.Id, entry);
            else builder.Remove(change.Id);
        }

        return builder.ToImmutable(2);
    }
}
