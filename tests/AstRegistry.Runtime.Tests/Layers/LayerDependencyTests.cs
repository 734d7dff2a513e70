using static AstRegistry.Runtime.Tests.Layers.Layer;

namespace AstRegistry.Runtime.Tests.Layers;

public sealed class LayerDependencyTests
{
    private static readonly EntryId D = EntryId.Parse("shop:d");

    [Fact]
    public void Dependencies_are_told_directly_and_all_the_way()
    {
        using var root = Filled();
        root.DependsOn(A, C, B, C);
        root.DependsOn(B, D);
        root.DependsOn(C, D);

        Assert.Equal([B, C], root.DependenciesOf(A));
        Assert.Equal([D, B, C], root.AllDependenciesOf(A));
        Assert.True(root.IsDependent(A, D) && root.IsDependent(A, B));
        Assert.False(root.IsDependent(D, A) || root.IsDependent(A, A) || root.IsDependent(EntryId.Parse("shop:none"), A));
        Assert.Empty(root.DependenciesOf(D));
        Assert.Throws<NotSupportedException>(() => ((IList<EntryId>)root.DependenciesOf(A))[0] = D);
    }

    [Fact]
    public void A_cycle_is_refused_with_its_path_and_nothing_changes()
    {
        using var root = Filled();
        root.DependsOn(A, B);
        root.DependsOn(B, C);
        var before = root.Snapshot;

        Assert.Equal([C, A, B, C], Assert.Throws<LayerCycleException>(() => root.DependsOn(C, A)).Path);
        Assert.Equal([A, A], Assert.Throws<LayerCycleException>(() => root.DependsOn(A, A)).Path);
        Assert.Contains("shop:c → shop:a → shop:b → shop:c", Assert.Throws<LayerCycleException>(() => root.DependsOn(C, D, A)).Message, StringComparison.Ordinal);
        Assert.Same(before, root.Snapshot);
        root.DependsOn(A);
        root.DependsOn(C, A);
        Assert.Equal([A], root.AllDependenciesOf(C));
    }

    [Fact]
    public void Dependencies_belong_to_the_batch_until_it_is_committed()
    {
        using var root = Filled();
        var batch = root.BeginBatch();
        batch.DependsOn(A, B);
        Assert.Empty(root.DependenciesOf(A));
        Assert.Equal(new(A, LayerParts.Dependencies, LayerParts.None), Assert.Single(batch.ListExports()));
        batch.Commit();

        Assert.Equal([B], root.DependenciesOf(A));
        Assert.Equal("s", root.SchemeOf(A));
    }

    [Fact]
    public void Two_batches_that_make_a_cycle_together_are_not_both_committed()
    {
        using var root = Filled();
        var one = root.BeginBatch();
        var two = root.BeginBatch();
        one.DependsOn(A, B);
        two.DependsOn(B, C);
        two.DependsOn(C, A);
        one.Commit();
        var before = root.Snapshot;

        var error = Assert.Throws<LayerCycleException>(() => two.Commit());
        Assert.Equal(4, error.Path.Count);
        Assert.Equal(error.Path[0], error.Path[^1]);
        Assert.Same(before, root.Snapshot);
        two.DependsOn(C);
        two.Commit();
        Assert.Equal([C, B], root.AllDependenciesOf(A));
    }

    [Fact]
    public void Two_declarations_for_one_element_conflict()
    {
        using var root = Filled();
        var one = root.BeginBatch();
        var two = root.BeginBatch();
        one.DependsOn(A, B);
        two.DependsOn(A, C);
        one.Commit();

        Assert.False(two.TryCommit(out var conflicts));
        Assert.Equal(new(A, LayerParts.Dependencies), Assert.Single(conflicts));
    }

    [Fact]
    public void What_is_not_there_depends_on_nothing()
    {
        using var root = Filled();
        Assert.Throws<EntryNotFoundException>(() => root.DependsOn(EntryId.Parse("shop:none"), A));
        Assert.Throws<ArgumentException>(() => root.DependsOn(A, EntryId.None));
        Assert.Throws<ArgumentException>(() => root.DependsOn(EntryId.None, A));
        root.DependsOn(A, EntryId.Parse("shop:later"));
        Assert.Equal("shop:later", Assert.Single(root.AllDependenciesOf(A)).ToString());
    }

    [Fact]
    public void An_element_that_was_removed_takes_its_dependencies_along()
    {
        using var root = Filled();
        root.DependsOn(A, B);
        Assert.True(root.RemoveScheme(A));
        Assert.Equal([B], root.DependenciesOf(A));
        Assert.True(root.RemoveAst(A));
        Assert.Empty(root.DependenciesOf(A));
        root.PutScheme(A, "again");
        Assert.Empty(root.DependenciesOf(A));
    }

    [Fact]
    public void Who_declares_for_what_a_sibling_removed_is_in_conflict()
    {
        using var root = Filled();
        var one = root.BeginBatch();
        var two = root.BeginBatch();
        one.Remove(A);
        two.DependsOn(A, B);
        one.Commit();
        Assert.False(two.TryCommit(out var conflicts));
        Assert.Equal(new(A, LayerParts.Dependencies), Assert.Single(conflicts));

        // And the other way round.
        var three = root.BeginBatch();
        var four = root.BeginBatch();
        three.DependsOn(B, C);
        four.Remove(B);
        three.Commit();
        Assert.False(four.TryCommit(out conflicts));
        Assert.Equal(new(B, LayerParts.Dependencies), Assert.Single(conflicts));
    }

    [Fact]
    public void Two_siblings_that_remove_half_an_element_each_remove_it_whole()
    {
        using var root = Filled();
        root.DependsOn(A, B);
        var one = root.BeginBatch();
        var two = root.BeginBatch();
        one.RemoveScheme(A);
        two.RemoveAst(A);
        one.Commit();
        two.Commit();

        Assert.Equal(["b", "c", "d"], root.ListNamespace("shop"));
        Assert.Empty(root.DependenciesOf(A));
    }

    [Fact]
    public void A_chain_of_a_hundred_thousand_is_walked_without_recursion()
    {
        const int length = 100_000;
        using var root = NewRoot();
        var batch = root.BeginBatch();
        EntryId[] ids = [.. Enumerable.Range(0, length).Select(static i => new EntryId("chain", $"item{i}"))];
        foreach (var id in ids) batch.PutScheme(id, "s");

        // From the end, so that each check is short. The last one closes the ring and walks all of it.
        for (var i = length - 1; i > 0; i--) batch.DependsOn(ids[i], ids[i - 1]);
        batch.Commit();

        Assert.Equal(length - 1, root.AllDependenciesOf(ids[^1]).Count);
        Assert.Equal(length + 1, Assert.Throws<LayerCycleException>(() => root.DependsOn(ids[0], ids[^1])).Path.Count);
    }

    private static LayeredRegistry<string, string> Filled()
    {
        var root = NewRoot();
        foreach (var id in (EntryId[])[A, B, C, D]) root.Put(id, "s", "t");
        return root;
    }
}
