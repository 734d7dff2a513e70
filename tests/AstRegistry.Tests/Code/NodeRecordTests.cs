using AstRegistry.Packing;

namespace AstRegistry.Tests.Code;

public sealed class NodeRecordTests
{
    private readonly FileTableBuilder _file = new("Shop/Cart.cs");
    private readonly CodeRegistry _registry;

    public NodeRecordTests()
    {
        var cart = _file.Type("Cart");
        _file.Member(cart, MemberKind.Field, "_make");
        _file.Nested(0, MemberKind.Lambda, SyntaxNodeKind.SimpleLambdaExpression, "item", _file.LastNode);
        _file.Method(cart, "Add");
        var root = _file.LastNode;
        var condition = _file.Node(SyntaxNodeKind.IfStatement, root, "item");
        var block = _file.Node(SyntaxNodeKind.Block, condition);
        _file.Node(SyntaxNodeKind.ReturnStatement, block);
        _file.Node(SyntaxNodeKind.ReturnStatement, block, "", 9, NodeFlags.Ambiguous);
        _file.Nested(2, MemberKind.LocalFunction, SyntaxNodeKind.LocalFunctionStatement, "Check", root);
        _file.Node(SyntaxNodeKind.InvocationExpression, _file.LastNode, "Log");
        _registry = TestRegistry.Of(_file.Table);
    }

    private NodeRecord Add => _registry.FindFunction("Shop.Cart.Add()").Node;

    [Fact]
    public void Children_descendants_and_ancestors_form_one_tree()
    {
        Assert.Equal(["IfStatement", "LocalFunctionStatement"], Kinds(Add.Children));
        Assert.Equal(
            ["IfStatement", "Block", "ReturnStatement", "ReturnStatement", "LocalFunctionStatement", "InvocationExpression"], Kinds(Add.Descendants()));
        Assert.Equal(Add, Add.DescendantsAndSelf().First());
        Assert.Equal(7, Add.DescendantsAndSelf().Count());
        var inner = Add.Descendants().First(node => node.Kind == SyntaxNodeKind.ReturnStatement);
        Assert.Equal(["Block", "IfStatement", "MethodDeclaration"], Kinds(inner.Ancestors()));
        Assert.Empty(inner.Children);
        Assert.Empty(inner.Descendants());
        Assert.True(Add.Parent.IsNone);
        Assert.Empty(Add.Ancestors());
        foreach (var node in Add.DescendantsAndSelf()) Assert.All(node.Children, child => Assert.Equal(node, child.Parent));
    }

    [Fact]
    public void A_node_tells_what_its_row_says()
    {
        var condition = Add.Children.First();

        Assert.Equal(SyntaxNodeKind.IfStatement, condition.Kind);
        Assert.Equal("item", condition.Name);
        Assert.Equal(new SourceLocation("Shop/Cart.cs", condition.Span), condition.Location);
        Assert.Equal("IfStatement item 5:5-5:41", condition.ToString());
        Assert.False(condition.IsAmbiguous);
        Assert.True(Add.Descendants().Last(node => node.Kind == SyntaxNodeKind.ReturnStatement).IsAmbiguous);
    }

    [Fact]
    public void A_node_knows_its_function_member_and_module()
    {
        var call = Add.Descendants().Last();

        Assert.Equal("Shop.Cart.Add().Check()", call.Function?.Key);
        Assert.Equal("Shop.Cart.Add()", call.Member.Key);
        Assert.Same(_registry.FindModule("Shop.Cart"), call.Module);
        Assert.Equal("Shop.Cart.Add()", Add.Children.First().Function?.Key);
    }

    [Fact]
    public void In_a_fields_initializer_only_a_lambda_is_a_function()
    {
        var lambda = _registry.FindModule("Shop.Cart").Functions.Single(function => function.Kind == MemberKind.Lambda);

        Assert.Same(lambda, lambda.Node.Function);
        Assert.Null(lambda.Node.Parent.Function);
        Assert.Equal("Shop.Cart._make", lambda.Node.Member.Key);
        Assert.Equal(lambda.Container!.Id, lambda.Node.Parent.Id);
    }

    [Fact]
    public void The_default_value_is_no_node_and_says_so()
    {
        var none = default(NodeRecord);

        Assert.True(none.IsNone);
        Assert.Equal(none, default);
        Assert.Equal("(none)", none.ToString());
        Assert.Equal(0, none.GetHashCode());
        Assert.Empty(default(NodeSequence));
        foreach (var use in new Action[]
        {
            () => _ = none.Id, () => _ = none.Kind, () => _ = none.Name, () => _ = none.Parent, () => _ = none.Children, () => _ = none.Span,
            () => _ = none.Location, () => _ = none.Function, () => _ = none.Member, () => _ = none.Module, () => _ = none.IsAmbiguous,
            () => none.Ancestors(), () => none.Descendants(), () => none.DescendantsAndSelf(),
        })
        {
            Assert.Contains("is no node", Assert.Throws<InvalidOperationException>(use).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Equality_is_that_of_the_node()
    {
        var again = _registry.GetNode(Add.Id);

        Assert.True(again == Add);
        Assert.True(again.Equals((object)Add));
        Assert.Equal(again.GetHashCode(), Add.GetHashCode());
        Assert.True(again != Add.Children.First());
        Assert.False(again.Equals((object?)null));
    }

    [Fact]
    public void At_members_the_declarations_are_nodes_with_the_ids_they_have_at_every_detail()
    {
        var registry = TestRegistry.Of(AstRegistryDetail.Members, _file.Table);
        var add = registry.FindFunction("Shop.Cart.Add()").Node;

        Assert.Equal(["LocalFunctionStatement"], Kinds(add.Descendants()));
        Assert.Equal(Add.Id, add.Id);
        Assert.Equal(Add.Children.Last().Id, add.Children.Single().Id);
        Assert.Equal(Add.Children.Last().Span, add.Children.Single().Span);
        Assert.False(registry.TryGetNode(Add.Children.First().Id, out _));
    }

    [Fact]
    public void Walking_warm_nodes_and_finding_them_allocates_nothing()
    {
        var ids = Add.DescendantsAndSelf().Select(node => node.Id).ToArray();
        Assert.Equal(Walk(ids), Walk(ids));

        var before = GC.GetAllocatedBytesForCurrentThread();
        var seen = Walk(ids);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.True(seen > ids.Length);
        Assert.Equal(0, allocated);
    }

    private int Walk(NodeId[] ids)
    {
        var seen = 0;
        foreach (var id in ids)
        {
            var node = _registry.GetNode(id);
            foreach (var child in node.Children) seen += child.Parent == node ? 1 : 0;
            foreach (var ancestor in node.Ancestors()) seen += ancestor.Name.Length;
            foreach (var below in node.DescendantsAndSelf()) seen += below.Id.IsNode ? 2 : 1;
            seen += node.Module.Arity + node.Member.Arity + (node.Function is null ? 0 : 1);
        }

        return seen;
    }

    private static IEnumerable<string> Kinds(NodeSequence nodes) => nodes.Select(node => node.Kind.ToString());
}
