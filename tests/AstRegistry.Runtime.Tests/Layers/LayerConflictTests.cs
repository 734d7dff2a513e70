using static AstRegistry.Runtime.Tests.Layers.Layer;

namespace AstRegistry.Runtime.Tests.Layers;

public sealed class LayerConflictTests
{
    [Fact]
    public void Siblings_that_touch_different_elements_are_both_kept()
    {
        using var root = NewRoot();
        root.Put(A, "s", "t");
        root.Put(C, "s", "t");
        var one = root.BeginBatch();
        var two = root.BeginBatch();
        one.PutScheme(A, "one");
        one.Remove(C);
        two.PutAst(A, "two");
        two.PutScheme(B, "two");
        one.Commit();
        two.Commit();

        Assert.Equal("shop:a=one/two; shop:b=two/-", root.Snapshot.Describe());
        Assert.Equal(2, root.Revision);
    }

    [Fact]
    public void Siblings_that_touch_the_same_element_conflict_and_nothing_changes()
    {
        using var root = NewRoot();
        root.Put(A, "s", "t");
        root.Put(B, "s", "t");
        var one = root.BeginBatch();
        var two = root.BeginBatch();
        one.PutScheme(A, "one");
        one.Put(B, "one", "one");
        one.PutScheme(C, "one");
        two.PutScheme(B, "two");
        two.PutScheme(A, "two");
        two.PutScheme(C, "two");
        two.PutScheme("shop", "d", "two");
        one.Commit();
        var before = root.Snapshot;

        Assert.False(two.TryCommit(out var conflicts));
        Assert.Equal([new(A, LayerParts.Scheme), new(B, LayerParts.Scheme), new(C, LayerParts.Scheme)], conflicts);
        var error = Assert.Throws<LayerConflictException>(() => two.Commit());
        Assert.Equal([A, B, C], error.Keys);
        Assert.Contains("shop:a (Scheme), shop:b (Scheme)", error.Message, StringComparison.Ordinal);
        Assert.Same(before, root.Snapshot);

        // The batch is as it was: it reads, writes, and can be discarded.
        Assert.Equal(("two", "two", 4), (two.SchemeOf(A), two.SchemeOf(B), two.ListExports().Count));
        two.PutScheme(A, "three");
        Assert.False(two.TryCommit(out _));
        two.Discard();
        Assert.Equal("one", root.SchemeOf(A));
    }

    [Fact]
    public void An_equal_value_is_a_conflict_too()
    {
        using var root = NewRoot();
        var one = root.BeginBatch();
        var two = root.BeginBatch();
        one.PutScheme(A, "same");
        two.PutScheme(A, "same");
        one.Commit();

        Assert.False(two.TryCommit(out _));
    }

    [Fact]
    public void A_removal_conflicts_with_a_put_and_the_other_way_round()
    {
        using var root = NewRoot();
        root.PutScheme(A, "s");
        root.PutScheme(B, "s");
        var one = root.BeginBatch();
        var two = root.BeginBatch();
        one.Remove(A);
        one.PutScheme(B, "one");
        two.PutScheme(A, "two");
        two.Remove(B);
        one.Commit();

        Assert.False(two.TryCommit(out var conflicts));
        Assert.Equal([A, B], conflicts.Select(static conflict => conflict.Id));
    }

    [Fact]
    public void Two_removals_of_one_element_conflict()
    {
        using var root = NewRoot();
        root.PutScheme(A, "s");
        var one = root.BeginBatch();
        var two = root.BeginBatch();
        one.Remove(A);
        two.Remove(A);
        one.Commit();

        Assert.False(two.TryCommit(out _));
    }

    [Fact]
    public void A_put_of_the_parent_itself_conflicts_as_well()
    {
        using var root = NewRoot();
        using var parent = root.BeginBatch();
        parent.PutScheme(A, "1");
        var child = parent.BeginBatch();
        child.PutScheme(A, "child");
        parent.PutScheme(A, "2");

        Assert.Throws<LayerConflictException>(() => child.Commit());
        Assert.Equal(("2", "child"), (parent.SchemeOf(A), child.SchemeOf(A)));
    }

    [Fact]
    public void A_conflict_shows_where_a_grandchild_was_faster()
    {
        using var root = NewRoot();
        var one = root.BeginBatch();
        var two = root.BeginBatch();
        var grandchild = one.BeginBatch();
        grandchild.PutAst(A, "grandchild");
        grandchild.Commit();
        two.PutAst(A, "two");
        one.Commit();

        Assert.False(two.TryCommit(out var conflicts));
        Assert.Equal(new(A, LayerParts.Ast), Assert.Single(conflicts));
    }

    [Fact]
    public void A_parent_that_closed_refuses_the_commit_and_its_batch_can_be_read_and_discarded()
    {
        var root = NewRoot();
        root.PutScheme(A, "s");
        foreach (var end in (Action<LayeredRegistry<string, string>>[])[static layer => layer.Commit(), static layer => layer.Discard()])
        {
            var parent = root.BeginBatch();
            var child = parent.BeginBatch();
            child.PutScheme(B, "child");
            end(parent);

            Assert.Contains("parent is closed", Assert.Throws<LayerParentClosedException>(() => child.Commit()).Message, StringComparison.Ordinal);
            child.PutScheme(C, "more");
            Assert.Equal(("s", "child", "more"), (child.SchemeOf(A), child.SchemeOf(B), child.SchemeOf(C)));
            child.Discard();
            Assert.Equal("shop:a=s/-", root.Snapshot.Describe());
        }

        var last = root.BeginBatch();
        root.Dispose();
        Assert.Throws<LayerParentClosedException>(() => last.TryCommit(out _));
        Assert.Equal("s", last.SchemeOf(A));
        last.Dispose();
    }

    [Fact]
    public void Messages_name_no_more_than_a_few_elements()
    {
        var error = new LayerConflictException([.. Enumerable.Range(0, 9).Select(static i => new LayerConflict(EntryId.Parse($"shop:{i}"), LayerParts.Ast))]);

        Assert.Contains("shop:4 (Ast) and 4 more", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("shop:5", error.Message, StringComparison.Ordinal);
    }
}
