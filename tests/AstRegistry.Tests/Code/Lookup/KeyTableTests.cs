using AstRegistry.Code;
using FsCheck;
using FsCheck.Fluent;

namespace AstRegistry.Tests.Code.Lookup;

public sealed class KeyTableTests
{
    [Fact]
    public void Finds_what_was_added_and_nothing_else() => Prop.ForAll<string[], string[]>((added, asked) =>
    {
        var table = new KeyTable<object>();
        var model = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var key in added.Where(static key => key is not null))
        {
            var value = new object();
            table.Add(key, value);
            model.TryAdd(key, value);
        }

        return added.Concat(asked).Where(static key => key is not null)
            .All(key => ReferenceEquals(table.Find(key), model.GetValueOrDefault(key)));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void The_first_record_under_a_key_stays()
    {
        var table = new KeyTable<string>();
        table.Add("key", "first");
        table.Add("key", "second");

        Assert.Equal("first", table.Find("key"));
    }

    [Fact]
    public void Readers_see_every_finished_addition_while_the_table_grows()
    {
        var table = new KeyTable<string>();
        var keys = Enumerable.Range(0, 20_000).Select(static i => $"Shop.Cart.Method{i}(Item)").ToArray();
        var added = 0;
        var wrong = 0;
        var readers = Enumerable.Range(0, 3).Select(_ => new Thread(() =>
        {
            while (true)
            {
                var sure = Volatile.Read(ref added);
                for (var i = Math.Max(0, sure - 50); i < sure; i++)
                {
                    if (!ReferenceEquals(table.Find(keys[i]), keys[i])) Interlocked.Increment(ref wrong);
                }

                if (sure == keys.Length) return;
            }
        })).ToArray();
        foreach (var reader in readers) reader.Start();
        foreach (var key in keys)
        {
            table.Add(key, key);
            Interlocked.Increment(ref added);
        }

        foreach (var reader in readers) reader.Join();
        Assert.Equal(0, wrong);
    }
}
