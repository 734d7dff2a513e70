namespace AstRegistry.Tests.Code;

/// <summary>From C# text through walk, packing and reading to every field of the records.</summary>
public sealed class EndToEndTests
{
    private const string Cart = """
        using System;

        namespace Shop;

        [Serializable]
        public sealed partial class Cart<T> : CartBase, IDisposable where T : Item
        {
            private readonly Func<T, bool> _accepts = item => item.Price > 0;

            public int Count { get; private set; }

            [Obsolete("Use Put.")]
            public async Task<int> Add(T item, ref int count)
            {
                if (!_accepts(item))
                {
                    throw new ArgumentException("no", nameof(item));
                }

                foreach (var line in Lines())
                {
                    await Put(line, item);
                }

                return count;

                IEnumerable<Line> Lines() => _lines.Where(line => line.Fits(item));
            }

            partial void Added(T item);

            private enum State { Open, Closed }
        }
        """;

    private const string Dispose = """
        namespace Shop;

        partial class Cart<T>
        {
            partial void Added(T item) => Log(item);

            void IDisposable.Dispose() { }
        }
        """;

    private readonly CodeRegistry _registry = SourceRegistry.Of(Cart, Dispose);

    [Fact]
    public void Modules_tell_what_the_source_says()
    {
        Assert.Equal(["Shop.Cart`1", "Shop.Cart`1+State"], _registry.Modules.Select(module => module.Key));
        var cart = _registry.FindModule("Shop.Cart`1");

        Assert.Equal(("Cart", "Shop", 1), (cart.Name, cart.Namespace, cart.Arity));
        Assert.Equal(ModuleKind.Class, cart.Kind);
        Assert.Equal(DeclaredAccessibility.Public, cart.Accessibility);
        Assert.Equal(DeclarationModifiers.Sealed | DeclarationModifiers.Partial, cart.Modifiers);
        Assert.Equal(["CartBase", "IDisposable"], cart.BaseTypes);
        Assert.Equal(["Serializable"], cart.AttributeNames);
        Assert.Equal(["Shop/File0.cs:5:1-33:2", "Shop/File1.cs:3:1-8:2"], cart.Locations.Select(location => location.ToString()).Order());
        Assert.Equal(["State"], cart.NestedModules.Select(module => module.Name));
        Assert.Equal(3, cart.CountMembers(MemberKind.Method));
        Assert.Equal(2, cart.CountMembers(MemberKind.Lambda));
        Assert.Equal(1, cart.CountMembers(MemberKind.LocalFunction));
    }

    [Fact]
    public void Members_and_functions_tell_what_the_source_says()
    {
        Assert.Equal(
            [
                "Shop.Cart`1.Add(`0,ref int)", "Shop.Cart`1.Added(`0)", "Shop.Cart`1.Count", "Shop.Cart`1.IDisposable.Dispose()", "Shop.Cart`1._accepts",
            ],
            _registry.FindModule("Shop.Cart`1").Members.Select(member => member.Key));

        var add = _registry.FindFunction("Shop.Cart`1.Add(`0,ref int)");
        Assert.Equal("Task<int>", add.ReturnType);
        Assert.Equal(DeclarationModifiers.Async, add.Modifiers);
        Assert.Equal(["Obsolete"], add.AttributeNames);
        Assert.Equal("Shop/File0.cs:12:5-28:6", add.Location.ToString());
        Assert.Equal(3, add.Complexity.Cyclomatic);
        Assert.Equal(["Lines"], add.NestedFunctions.Select(nested => nested.Name));
        Assert.Equal(["get", "set"], _registry.FindMember("Shop.Cart`1.Count").NestedFunctions.Select(accessor => accessor.Name));
        Assert.Equal(DeclaredAccessibility.Private, _registry.FindFunction("Shop.Cart`1.Count.set").Accessibility);
    }

    [Fact]
    public void A_partial_methods_halves_are_one_function_with_two_ids()
    {
        var added = _registry.FindFunction("Shop.Cart`1.Added(`0)");

        Assert.True(added.HasBody);
        Assert.Equal(["Shop/File1.cs", "Shop/File0.cs"], added.Locations.Select(location => location.Path));
        Assert.Same(added, ((FunctionRecord)_registry.GetMember(added.PartialDefinition!.Id)).PartialImplementation);
    }

    [Theory]
    [InlineData("partial int Total { get; set; }", "partial int Total { get => 1; set { } }", "Shop.Cart.Total")]
    [InlineData("partial int Total { get; }", "partial int Total => 1;", "Shop.Cart.Total")]
    [InlineData("partial int this[int i] { get; }", "partial int this[int i] { get { return i; } }", "Shop.Cart.this[int]")]
    [InlineData("partial event Action Sold;", "partial event Action Sold { add { } remove { } }", "Shop.Cart.Sold")]
    [InlineData("partial Cart();", "partial Cart() { }", "Shop.Cart..ctor()")]
    [InlineData("partial void Add();", "extern partial void Add();", "Shop.Cart.Add()")]
    public void Every_sort_of_partial_member_merges(string definition, string implementation, string key)
    {
        var registry = SourceRegistry.Of(
            $"namespace Shop; partial class Cart {{ {definition} }}", $"namespace Shop; partial class Cart {{ {implementation} }}");

        var member = Assert.Single(Assert.Single(registry.Modules).Members);

        Assert.Equal(key, member.Key);
        Assert.Equal(["Shop/File1.cs", "Shop/File0.cs"], member.Locations.Select(location => location.Path));
        Assert.Equal(1, member.Module.CountMembers(member.Kind));
        Assert.Equal(member.Module.Functions.Count, member.Module.Functions.Select(function => function.Id).Distinct().Count());
    }

    [Fact]
    public void Nodes_form_one_tree_a_member_and_every_one_is_found_by_its_id()
    {
        foreach (var detail in Enum.GetValues<AstRegistryDetail>())
        {
            var registry = SourceRegistry.Of(detail, Cart, Dispose);
            foreach (var member in registry.Modules.SelectMany(module => module.Members))
            {
                Assert.Equal(member.Id, member.Node.Id);
                foreach (var node in member.Node.DescendantsAndSelf())
                {
                    Assert.Equal(node, registry.GetNode(node.Id));
                    Assert.Same(member, node.Member);
                    Assert.Equal(node == member.Node, node.Parent.IsNone);
                    Assert.All(node.Children, child => Assert.Equal(node, child.Parent));
                }
            }
        }
    }

    [Fact]
    public void Ids_do_not_depend_on_the_detail()
    {
        var all = SourceRegistry.Of(AstRegistryDetail.Nodes, Cart, Dispose);

        foreach (var detail in new[] { AstRegistryDetail.Members, AstRegistryDetail.Statements })
        {
            var nodes = SourceRegistry.Of(detail, Cart, Dispose).Modules.SelectMany(module => module.Members)
                .SelectMany(member => member.Node.DescendantsAndSelf()).ToArray();
            Assert.NotEmpty(nodes);
            Assert.All(nodes, node =>
            {
                var same = all.GetNode(node.Id);
                Assert.Equal((node.Kind, node.Name, node.Span, node.Function?.Key), (same.Kind, same.Name, same.Span, same.Function?.Key));
            });
        }
    }

    [Fact]
    public void Each_detail_holds_what_it_promises()
    {
        var types = SourceRegistry.Of(AstRegistryDetail.Types, Cart, Dispose);
        Assert.Equal(_registry.Modules.Select(module => module.Key), types.Modules.Select(module => module.Key));
        Assert.Empty(types.Functions);
        Assert.Empty(types.GetInstrumentationPoints(InstrumentationLevel.Debug));

        var members = SourceRegistry.Of(AstRegistryDetail.Members, Cart, Dispose);
        Assert.Equal(_registry.Functions.Select(function => function.Id), members.Functions.Select(function => function.Id));
        Assert.Equal(
            members.Functions.Where(function => function.HasBody).Select(function => function.Id).Order(),
            members.GetInstrumentationPoints(InstrumentationPointKinds.Entry).Select(node => node.Id).Order());
    }

    [Fact]
    public void Points_of_a_function_are_told_by_kind_strategy_and_level()
    {
        var add = _registry.FindFunction("Shop.Cart`1.Add(`0,ref int)");

        var points = add.GetInstrumentationPoints(InstrumentationLevel.Comprehensive)
            .Where(node => node.Function == add).Select(node => $"{node.Kind} {node.PointKinds} {node.Strategy} {node.Level} {node.Impact}");

        Assert.Equal(
            [
                "MethodDeclaration Entry FunctionBoundary Minimal Low",
                "Attribute Attribute None Comprehensive None",
                "IfStatement Branch Line Comprehensive Low",
                "InvocationExpression Call Expression Balanced Low",
                "ThrowStatement Exit FunctionBoundary Minimal Low",
                "ObjectCreationExpression Call Expression Balanced Low",
                "InvocationExpression Call Expression Balanced Low",
                "ForEachStatement Loop Line Comprehensive Moderate",
                "InvocationExpression Call Expression Balanced Moderate",
                "AwaitExpression Await Expression Balanced Moderate",
                "InvocationExpression Call Expression Balanced Moderate",
                "ReturnStatement Exit FunctionBoundary Minimal Low",
            ],
            points);
        Assert.Equal(["ForEachStatement"], add.GetInstrumentationPoints(InstrumentationPointKinds.Loop).Select(node => node.Kind.ToString()));
    }

    [Fact]
    public void Each_level_includes_the_points_of_the_one_before_for_registry_module_member_and_node()
    {
        var add = _registry.FindFunction("Shop.Cart`1.Add(`0,ref int)");
        foreach (var points in new Func<InstrumentationLevel, IEnumerable<NodeRecord>>[]
        {
            _registry.GetInstrumentationPoints, add.Module.GetInstrumentationPoints, add.GetInstrumentationPoints, add.Node.Children.First().GetInstrumentationPoints,
        })
        {
            for (var level = InstrumentationLevel.Balanced; level <= InstrumentationLevel.Debug; level++) Assert.Subset(points(level).ToHashSet(), points(level - 1).ToHashSet());
        }

        var counts = Enum.GetValues<InstrumentationLevel>().Select(level => _registry.GetInstrumentationPoints(level).Count()).ToArray();
        Assert.Equal(counts.Order(), counts);
        Assert.Equal(4, counts.Distinct().Count());
    }

    [Fact]
    public void Digests_ignore_trivia_and_the_compilation_hash_does_not()
    {
        var before = _registry.FindModule("Shop.Cart`1");
        var commented = SourceRegistry.Of(Cart.Replace("return count;", "return  count; // done", StringComparison.Ordinal), Dispose).FindModule("Shop.Cart`1");
        var edited = SourceRegistry.Of(Cart.Replace("return count;", "return count + 1;", StringComparison.Ordinal), Dispose).FindModule("Shop.Cart`1");

        Assert.Equal(before.AstDigest, commented.AstDigest);
        Assert.NotEqual(before.CompilationHash, commented.CompilationHash);
        Assert.NotEqual(before.AstDigest, edited.AstDigest);
    }
}
