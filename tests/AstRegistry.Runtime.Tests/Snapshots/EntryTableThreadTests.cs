using AstRegistry.Snapshots;

namespace AstRegistry.Runtime.Tests.Snapshots;

/// <summary>Readers of several tables rewrite one another's hints all the time, and always find what their own table holds.</summary>
public sealed class EntryTableThreadTests
{
    private const int Rounds = 60;

    [Fact]
    public void Hints_of_other_tables_mislead_nobody()
    {
        EntryId[] ids = [.. Enumerable.Range(0, 500).Select(static i => new EntryId("race", $"item{i}"))];
        var tables = Enumerable.Range(0, 4).Select(table => Fill(ids, table)).ToArray();

        Parallel.For(0, 8, reader =>
        {
            var (table, values) = tables[reader % tables.Length];
            for (var round = 0; round < Rounds; round++)
            {
                for (var i = 0; i < ids.Length; i++)
                {
                    table.TryGet(ids[i], out var value);
                    Assert.Same(values[i], value);
                }
            }
        });
    }

    [Fact]
    public async Task Snapshots_stay_as_they_are_while_a_writer_goes_on()
    {
        EntryId[] ids = [.. Enumerable.Range(0, 300).Select(static i => new EntryId("writer", $"item{i}"))];
        var (table, values) = Fill(ids, 1);
        var isDone = false;
        var readers = Enumerable.Range(0, 3).Select(_ => Task.Run(() =>
        {
            do
            {
                for (var i = 0; i < ids.Length; i++)
                {
                    table.TryGet(ids[i], out var value);
                    Assert.Same(values[i], value);
                }
            }
            while (!Volatile.Read(ref isDone));
        })).ToArray();

        var later = table;
        for (var round = 0; round < Rounds; round++)
        {
            var builder = later.ToBuilder();
            foreach (var id in ids.Where((_, i) => i % 7 == round % 7)) builder.Remove(id);
            foreach (var id in ids.Where((_, i) => i % 5 == round % 5)) builder.Set(id, new object());
            later = builder.ToImmutable(round);
        }

        Volatile.Write(ref isDone, true);
        await Task.WhenAll(readers);
    }

    /// <summary>Another order of slots for each table, and some ids not in it.</summary>
    private static (EntryTable<object> Table, object?[] Values) Fill(EntryId[] ids, int number)
    {
        var builder = EntryTable<object>.Empty.ToBuilder();
        var values = new object?[ids.Length];
        for (var i = 0; i < ids.Length; i++)
        {
            var place = ((i * 7) + (number * 131)) % ids.Length;
            if (place % 4 == number) continue;
            values[place] = $"{number}/{place}";
            builder.Set(ids[place], values[place]!);
        }

        return (builder.ToImmutable(1), values);
    }
}
