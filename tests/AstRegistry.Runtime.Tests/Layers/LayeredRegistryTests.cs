using static AstRegistry.Runtime.Tests.Layers.Layer;

namespace AstRegistry.Runtime.Tests.Layers;

public sealed class LayeredRegistryTests
{
    [Fact]
    public void A_root_has_no_parent_and_nothing_in_it()
    {
        using var root = NewRoot();

        Assert.Null(root.Parent);
        Assert.True(root.IsRoot);
        Assert.Equal((0, 0, 0), (root.Depth, root.Revision, root.Snapshot.Count));
        Assert.Empty(root.ListNamespace("shop"));
        Assert.Empty(root.ListExports());
        Assert.False(root.TryGetScheme(A, out _) || root.TryGetAst(A, out _));
    }

    [Fact]
    public void A_batch_is_isolated()
    {
        using var root = NewRoot();
        root.PutScheme(A, "old");
        using var batch = root.BeginBatch();
        batch.PutScheme(A, "new");
        batch.PutAst(B, "ast");

        Assert.Same(root, batch.Parent);
        Assert.Equal((false, 1), (batch.IsRoot, batch.Depth));
        Assert.Equal(("new", "ast"), (batch.SchemeOf(A), batch.AstOf(B)));
        Assert.Equal(("old", null), (root.SchemeOf(A), root.AstOf(B)));
    }

    [Fact]
    public void A_batch_does_not_see_what_its_parent_gets_later()
    {
        using var root = NewRoot();
        using var batch = root.BeginBatch();
        root.PutScheme(A, "later");

        Assert.Null(batch.SchemeOf(A));
        Assert.Equal("later", root.BeginBatch().SchemeOf(A));
    }

    [Fact]
    public void A_commit_brings_both_tables_into_the_parent_and_closes_the_batch()
    {
        using var root = NewRoot();
        var batch = root.BeginBatch();
        batch.PutScheme(A, "scheme");
        batch.PutAst(B, "ast");

        Assert.Same(root, batch.Commit());
        Assert.Equal(("scheme", "ast", 1), (root.SchemeOf(A), root.AstOf(B), root.Revision));
        Assert.Throws<ObjectDisposedException>(() => batch.SchemeOf(A));
        Assert.Throws<ObjectDisposedException>(() => batch.Commit());
        Assert.Throws<ObjectDisposedException>(batch.Discard);
    }

    [Fact]
    public void A_root_refuses_commit_and_discard_and_stays_open()
    {
        using var root = NewRoot();

        Assert.Throws<InvalidOperationException>(() => root.Commit());
        Assert.Throws<InvalidOperationException>(() => root.TryCommit(out _));
        Assert.Throws<InvalidOperationException>(root.Discard);
        root.PutScheme(A, "still open");
        Assert.Equal("still open", root.SchemeOf(A));
    }

    [Fact]
    public void A_discard_leaves_nothing_and_closes_the_batch()
    {
        using var root = NewRoot();
        root.PutScheme(A, "old");
        var before = root.Snapshot;
        var batch = root.BeginBatch();
        batch.Put(A, "new", "new");
        batch.Remove(A);
        batch.Put(B, "new", "new");
        batch.Discard();

        Assert.Same(before, root.Snapshot);
        Assert.Equal(0, root.Revision);
        AssertClosed(batch, "discarded");
    }

    [Fact]
    public void After_its_end_every_use_of_a_layer_throws()
    {
        var root = NewRoot();
        var committed = root.BeginBatch();
        committed.Commit();
        AssertClosed(committed, "committed");
        var disposed = root.BeginBatch();
        disposed.Dispose();
        disposed.Dispose();
        AssertClosed(disposed, "discarded");
        root.Dispose();
        root.Dispose();
        AssertClosed(root, "root was disposed");
    }

    [Fact]
    public void A_batch_that_is_disposed_of_is_discarded()
    {
        using var root = NewRoot();
        using (var batch = root.BeginBatch()) batch.PutScheme(A, "lost");
        using (var batch = root.BeginBatch())
        {
            batch.PutScheme(B, "kept");
            batch.Commit();
        }

        Assert.Equal((null, "kept"), (root.SchemeOf(A), root.SchemeOf(B)));
    }

    [Fact]
    public void Put_equals_both_puts()
    {
        using var root = NewRoot();
        using var one = root.BeginBatch();
        using var two = root.BeginBatch();
        one.Put(A, "scheme", "ast");
        two.PutAst(A, "ast");
        two.PutScheme(A, "scheme");

        Assert.Equal(one.Snapshot.Describe(), two.Snapshot.Describe());
        Assert.Equal(one.ListExports(), two.ListExports());
    }

    [Fact]
    public void The_nearest_layer_wins()
    {
        using var root = NewRoot();
        root.Put(A, "root", "root");
        root.Put(B, "root", "root");
        using var parent = root.BeginBatch();
        parent.PutScheme(B, "parent");
        using var child = parent.BeginBatch();
        child.PutAst(C, "child");

        Assert.Equal(("root", "parent", null), (child.SchemeOf(A), child.SchemeOf(B), child.SchemeOf(C)));
        Assert.Equal(("root", "root", "child"), (child.AstOf(A), child.AstOf(B), child.AstOf(C)));
        Assert.Equal(2, child.Depth);
    }

    [Fact]
    public void A_namespace_lists_the_names_of_all_layers_once()
    {
        using var root = NewRoot();
        root.PutScheme(B, "root");
        using var parent = root.BeginBatch();
        parent.Put(B, "parent", "parent");
        parent.PutScheme("other", "x", "parent");
        using var child = parent.BeginBatch();
        child.PutAst(A, "ast only");
        child.PutScheme(C, "child");

        Assert.Equal(["a", "b", "c"], child.ListNamespace("shop"));
        Assert.Equal(["b"], parent.ListNamespace("shop"));
        Assert.Equal(["other", "shop"], child.Snapshot.Namespaces);
        Assert.Empty(child.ListNamespace("none"));
    }

    [Fact]
    public void Elements_of_a_namespace_are_apart_and_so_are_scheme_and_ast()
    {
        using var root = NewRoot();
        root.Put("Shop.Cart", "Add(Item)", "s1", "a1");
        root.Put("Shop.Cart", "Add(Item,int)", "s2", "a2");
        var batch = root.BeginBatch();
        root.TryGetAst("Shop.Cart", "Add(Item,int)", out var before);
        batch.PutAst("Shop.Cart", "Add(Item)", "edited");
        batch.Commit();

        Assert.True(root.TryGetAst("Shop.Cart", "Add(Item,int)", out var after) && ReferenceEquals(before, after));
        Assert.True(root.TryGetScheme("Shop.Cart", "Add(Item)", out var scheme) && scheme == "s1");
        Assert.True(root.TryGetAst("Shop.Cart", "Add(Item)", out var ast) && ast == "edited");
    }

    [Fact]
    public void Parts_that_make_no_id_are_a_miss_to_readers_and_an_error_to_writers()
    {
        using var root = NewRoot();
        root.Put("a", "b:c", "s", "t");

        Assert.True(root.TryGetScheme("a", "b:c", out _));
        Assert.False(root.TryGetScheme("a:b", "c", out _) || root.TryGetAst("a:b", "c", out _) || root.TryGetScheme("", "b", out _) || root.TryGetScheme("a", "", out _));
        Assert.Throws<FormatException>(() => root.PutScheme("a:b", "c", "s"));
        Assert.Throws<FormatException>(() => root.PutAst("a b", "c", "s"));
        Assert.Throws<ArgumentException>(() => root.PutScheme(EntryId.None, "s"));
        Assert.Throws<ArgumentException>(() => root.TryGetScheme(EntryId.None, out _));
        Assert.Throws<ArgumentException>(() => root.Remove(EntryId.None));
        Assert.Throws<ArgumentNullException>(() => root.PutScheme(A, null!));
        Assert.Throws<ArgumentNullException>(() => root.Put(A, "s", null!));
        Assert.Equal("a:b:c=s/t", root.Snapshot.Describe());
    }

    [Fact]
    public void Long_names_are_found_by_their_parts()
    {
        using var root = NewRoot();
        var name = new string('x', 1_000);
        root.PutScheme("long", name, "s");

        Assert.True(root.TryGetScheme("long", new string(name.AsSpan()), out var scheme) && scheme == "s");
    }

    [Fact]
    public void What_was_removed_is_a_miss_in_the_batch_and_gone_after_its_commit()
    {
        using var root = NewRoot();
        root.Put(A, "s", "t");
        root.PutScheme(B, "s");
        var batch = root.BeginBatch();

        Assert.True(batch.RemoveScheme(A) && batch.Remove(B));
        Assert.False(batch.RemoveScheme(A) || batch.Remove(B) || batch.RemoveAst(B) || batch.Remove("shop", "none"));
        Assert.Equal((null, "t", null), (batch.SchemeOf(A), batch.AstOf(A), batch.SchemeOf(B)));
        Assert.Equal(["a"], batch.ListNamespace("shop"));
        Assert.Equal("shop:a=s/t; shop:b=s/-", root.Snapshot.Describe());
        batch.Commit();
        Assert.Equal("shop:a=-/t", root.Snapshot.Describe());
    }

    [Fact]
    public void A_discard_restores_what_was_removed()
    {
        using var root = NewRoot();
        root.Put(A, "s", "t");
        using var parent = root.BeginBatch();
        var batch = parent.BeginBatch();
        batch.Remove(A);
        Assert.Null(batch.SchemeOf(A));
        batch.Discard();

        Assert.Equal("s", parent.SchemeOf(A));
    }

    [Fact]
    public void What_was_removed_and_put_again_is_there()
    {
        using var root = NewRoot();
        root.Put(A, "s", "t");
        var batch = root.BeginBatch();
        batch.Remove(A);
        batch.PutAst(A, "again");
        batch.Commit();

        Assert.Equal("shop:a=-/again", root.Snapshot.Describe());
    }

    [Fact]
    public void Exports_are_what_the_layer_itself_touched()
    {
        using var root = NewRoot();
        root.Put(A, "s", "t");
        root.Put(B, "s", "t");
        using var batch = root.BeginBatch();
        batch.PutScheme(C, "new");
        batch.PutAst(A, "new");
        batch.RemoveScheme(B);
        batch.PutScheme("shop", "gone", "x");
        batch.Remove("shop", "gone");

        Assert.Equal(
            [new(A, LayerParts.Ast, LayerParts.None), new(B, LayerParts.None, LayerParts.Scheme), new(C, LayerParts.Scheme, LayerParts.None)],
            batch.ListExports());
        using var child = batch.BeginBatch();
        Assert.Empty(child.ListExports());
        Assert.Equal([A, B], root.ListExports().Select(static export => export.Id));
    }

    [Fact]
    public void Exports_of_a_batch_include_what_was_committed_into_it()
    {
        using var root = NewRoot();
        using var parent = root.BeginBatch();
        parent.PutScheme(A, "parent");
        var child = parent.BeginBatch();
        child.PutAst(A, "child");
        child.PutScheme(B, "child");
        child.PutScheme(C, "child");
        child.Commit();

        Assert.Equal(
            [new(A, LayerParts.Scheme | LayerParts.Ast, LayerParts.None), new(B, LayerParts.Scheme, LayerParts.None), new(C, LayerParts.Scheme, LayerParts.None)],
            parent.ListExports());
        parent.Commit();
        Assert.Equal("shop:a=parent/child; shop:b=child/-; shop:c=child/-", root.Snapshot.Describe());
    }

    [Fact]
    public void The_revision_goes_up_by_one_with_each_commit_into_the_layer()
    {
        using var root = NewRoot();
        root.PutScheme(A, "direct");
        Assert.Equal(0, root.Revision);
        using var parent = root.BeginBatch();
        for (var i = 0; i < 3; i++)
        {
            var child = parent.BeginBatch();
            child.PutScheme(A, $"{i}");
            child.Commit();
        }

        Assert.Equal((3, 0), (parent.Revision, root.Revision));
        parent.PutScheme(A, "more");
        Assert.Equal(3, parent.Revision);
        parent.Commit();
        Assert.Equal(1, root.Revision);
        root.BeginBatch().Commit();
        Assert.Equal(2, root.Revision);
    }

    [Fact]
    public void A_snapshot_stays_as_it_is()
    {
        using var root = NewRoot();
        var batch = root.BeginBatch();
        batch.Put(A, "1", "1");
        var first = batch.Snapshot;
        batch.Put(A, "2", "2");
        batch.Remove(A);
        batch.PutScheme(B, "3");
        var second = batch.Snapshot;
        Assert.Same(second, batch.Snapshot);
        batch.Discard();

        Assert.Equal(("shop:a=1/1", "shop:b=3/-"), (first.Describe(), second.Describe()));
    }

    [Fact]
    public void Layers_say_what_they_are()
    {
        var root = NewRoot();
        var batch = root.BeginBatch();
        batch.PutScheme(A, "s");

        Assert.Equal("batch at depth 1, revision 0, 1 elements", batch.ToString());
        Assert.Equal("revision 0, 1 elements", batch.Snapshot.ToString());
        batch.Commit();
        Assert.Equal("root, revision 1, 1 elements", root.ToString());
        Assert.Equal("batch at depth 1, Committed", batch.ToString());
    }

    private static void AssertClosed(LayeredRegistry<string, string> layer, string reason)
    {
        Action[] uses =
        [
            () => layer.TryGetScheme(A, out _), () => layer.TryGetAst(A, out _), () => layer.TryGetScheme("shop", "a", out _), () => layer.TryGetAst("shop", "a", out _),
            () => layer.PutScheme(A, "x"), () => layer.PutAst(A, "x"), () => layer.Put(A, "x", "x"), () => layer.Remove(A), () => layer.RemoveAst(A), () => layer.RemoveScheme(A),
            () => layer.ListNamespace("shop"), () => layer.ListExports(), () => layer.BeginBatch(), () => _ = layer.Snapshot, () => _ = layer.Revision,
            () => layer.DependsOn(A, B), () => layer.DependenciesOf(A), () => layer.AllDependenciesOf(A), () => layer.IsDependent(A, B),
        ];
        foreach (var use in layer.IsRoot ? uses : [.. uses, () => layer.Commit(), () => layer.TryCommit(out _), layer.Discard])
        {
            Assert.Contains(reason, Assert.Throws<ObjectDisposedException>(use).Message, StringComparison.Ordinal);
        }
    }
}
