using AstRegistry.Entries;

namespace AstRegistry.Runtime.Tests.Entries;

/// <summary>The table of shared ids forgets, and threads overwrite one another in it; an id is right all the same.</summary>
public sealed class InternedIdTests
{
    [Fact]
    public void Threads_that_share_the_table_get_right_ids()
    {
        // More texts than the table has places, so that threads push one another's ids out.
        const int texts = 100_000;
        var seen = new EntryId[4][];
        Parallel.For(0, seen.Length, thread =>
        {
            var ids = seen[thread] = new EntryId[texts];
            for (var i = 0; i < texts; i++)
            {
                var number = (i + (thread * 31)) % texts;
                var id = new EntryId("intern.race", $"item{number}");
                if (id.ToString() != $"intern.race:item{number}" || id.Namespace != "intern.race") Assert.Fail($"'{id}' is not item{number}.");
                ids[number] = id;
            }
        });

        for (var i = 0; i < texts; i++)
        {
            var id = seen[0][i];
            Assert.All(seen, ids => Assert.True(ids[i] == id && ids[i].GetHashCode() == id.GetHashCode()));
        }
    }

    [Fact]
    public void Ids_from_outside_cannot_fill_the_memory()
    {
        var forgotten = Forget();
        for (var i = 0; i < 300_000; i++) _ = EntryId.Parse($"outside:item{i}");
        GC.Collect();

        Assert.False(forgotten.IsAlive);

        static WeakReference Forget() => new(EntryId.Parse("outside:first").Interned);
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("name:")]
    public void What_nobody_made_is_not_found(string text) => Assert.Null(InternedId.Find(text));

    [Fact]
    public void Places_differ_by_every_character()
    {
        var text = new string('a', 41);
        var places = Enumerable.Range(0, text.Length).Select(i => PlaceHash.Of(text[..i] + 'b' + text[(i + 1)..])).Append(PlaceHash.Of(text)).ToHashSet();

        Assert.InRange(places.Count, text.Length - 1, text.Length + 1);
    }
}
