using AstRegistry.Packing;

namespace AstRegistry.Tests.Code;

public sealed class ConcurrencyTests
{
    [Fact]
    public void Cold_readers_in_parallel_see_the_same_records()
    {
        for (var round = 0; round < 50; round++)
        {
            var registry = TestRegistry.Of(MakeFiles());
            var seen = new (object Module, object Member, object List, NodeRecord Node)[4];
            using var start = new Barrier(seen.Length);
            var threads = Enumerable.Range(0, seen.Length).Select(i => new Thread(() =>
            {
                start.SignalAndWait();
                var function = i % 2 == 0 ? registry.FindFunction("Shop.Cart.Add3()") : registry.Functions.First(record => record.Name == "Add3");
                seen[i] = (function.Module, function, registry.FindModule("Shop.Cart").Members[0], registry.GetNode(function.Id));
            })).ToArray();
            foreach (var thread in threads) thread.Start();
            foreach (var thread in threads) thread.Join();

            Assert.All(seen, one =>
            {
                Assert.Same(seen[0].Module, one.Module);
                Assert.Same(seen[0].Member, one.Member);
                Assert.Same(seen[0].List, one.List);
                Assert.Equal(seen[0].Node, one.Node);
            });
        }
    }

    private static FileTable[] MakeFiles()
    {
        var files = new FileTable[8];
        for (var i = 0; i < files.Length; i++)
        {
            var file = new FileTableBuilder($"{i}.cs");
            file.Method(file.Type("Cart"), $"Add{i}");
            files[i] = file.Table;
        }

        return files;
    }
}
