using AstRegistry.Packing;
using FsCheck;
using FsCheck.Fluent;

namespace AstRegistry.Tests.Packing;

/// <summary>The index from ids to buckets, searched as it stands in the literal.</summary>
public class IdIndexTests
{
    [Fact]
    public void Every_id_leads_to_its_buckets_and_few_lead_further()
    {
        var random = new Random(17);
        var entries = Enumerable.Range(0, 5000).Select(_ => (((ulong)random.Next() << 33) ^ (ulong)random.NextInt64(), random.Next(PackedFormat.Buckets))).ToArray();

        var index = IdIndexWriter.Write(entries);

        var candidates = 0;
        foreach (var (id, bucket) in entries)
        {
            var found = Candidates(index, id);
            Assert.Contains(bucket, found);
            candidates += found.Count;
        }

        Assert.InRange(candidates, entries.Length, entries.Length * 12 / 10);
    }

    [Fact]
    public void The_text_does_not_depend_on_order() => Prop.ForAll(
        ArbMap.Default.ArbFor<(ulong Id, byte Bucket)[]>(),
        pairs =>
        {
            var entries = pairs.Select(static pair => (pair.Id, pair.Bucket % PackedFormat.Buckets)).ToArray();
            var index = IdIndexWriter.Write(entries);

            Assert.Equal(index, IdIndexWriter.Write(entries.Reverse().Concat(entries)));
            Assert.All(entries, entry => Assert.Contains(entry.Item2, Candidates(index, entry.Id)));
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void An_empty_index_leads_nowhere() => Assert.Empty(Candidates(IdIndexWriter.Write([]), 7));

    private static List<int> Candidates(string index, ulong id)
    {
        var found = new List<int>();
        foreach (var bucket in IdIndex.Candidates(index, id)) found.Add(bucket);
        return found;
    }
}
