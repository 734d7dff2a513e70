using System.Runtime.CompilerServices;
using static AstRegistry.Runtime.Tests.Layers.Layer;

namespace AstRegistry.Runtime.Tests.Layers;

public sealed class LayerLifetimeTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_a_discarded_batch_held_goes_though_the_batch_is_kept(bool isReadLast)
    {
        using var root = NewRoot();
        var (batch, content) = Discarded(root, isReadLast);
        GC.Collect();

        Assert.False(content.IsAlive);
        GC.KeepAlive(batch);

        [MethodImpl(MethodImplOptions.NoInlining)]
        static (LayeredRegistry<string, string>, WeakReference) Discarded(LayeredRegistry<string, string> root, bool isReadLast)
        {
            var batch = root.BeginBatch();
            var scheme = new string('x', 100);
            batch.PutScheme(A, scheme);
            batch.BeginBatch();
            batch.PutAst(B, "more");
            if (isReadLast) Assert.Same(scheme, batch.SchemeOf(A));
            batch.Discard();
            return (batch, new(scheme));
        }
    }

    [Fact]
    public void A_batch_that_its_owner_forgot_goes_whole()
    {
        using var root = NewRoot();
        var batch = Forgotten(root);
        GC.Collect();

        Assert.False(batch.IsAlive);

        [MethodImpl(MethodImplOptions.NoInlining)]
        static WeakReference Forgotten(LayeredRegistry<string, string> root)
        {
            var batch = root.BeginBatch();
            batch.PutScheme(A, "x");
            return new(batch);
        }
    }

    [Fact]
    public void What_a_commit_replaced_goes()
    {
        using var root = NewRoot();
        var old = Replace(root);
        GC.Collect();

        Assert.False(old.IsAlive);
        Assert.Equal("new", root.SchemeOf(A));

        [MethodImpl(MethodImplOptions.NoInlining)]
        static WeakReference Replace(LayeredRegistry<string, string> root)
        {
            var old = new string('o', 100);
            root.PutScheme(A, old);
            var batch = root.BeginBatch();
            batch.PutScheme(A, "new");
            batch.Commit();
            return new(old);
        }
    }

    [Fact]
    public void A_stack_of_a_hundred_thousand_batches_is_read_committed_and_disposed_of()
    {
        const int depth = 100_000;
        using var root = NewRoot();
        root.PutScheme(A, "root");
        var top = root;
        for (var i = 0; i < depth; i++)
        {
            top = top.BeginBatch();
            if (i % 10 == 9) top.PutScheme(new EntryId("deep", $"item{i % 1_000}"), $"{i}");
        }

        Assert.Equal((depth, "root", $"{depth - 1}"), (top.Depth, top.SchemeOf(A), top.SchemeOf(EntryId.Parse("deep:item999"))));
        GC.Collect();
        for (var i = 0; i < depth / 2; i++) top = top.Commit();
        Assert.Equal(100, top.ListExports().Count);
        for (var i = 0; i < depth / 4; i++)
        {
            var parent = top.Parent!;
            top.Dispose();
            top = parent;
        }

        while (!top.IsRoot) top = top.Commit();
        Assert.Same(root, top);
        Assert.Equal($"{(depth / 4) - 1}", root.SchemeOf(EntryId.Parse("deep:item999")));
    }

    [Fact]
    public void A_high_stack_costs_no_more_than_its_changes()
    {
        const int depth = 20_000;
        using var root = NewRoot();
        var top = root;
        for (var i = 0; i < depth; i++)
        {
            top = top.BeginBatch();
            top.PutScheme(new EntryId("high", $"item{i}"), "s");
        }

        // Each commit adds the smaller set of touched elements to the larger one. Adding all each time would be 200 million steps.
        while (!top.IsRoot) top = top.Commit();
        Assert.Equal(depth, root.Snapshot.Count);
    }
}
