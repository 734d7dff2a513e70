using AstRegistry.Packing;

namespace AstRegistry.Tests.Code;

public sealed class ModuleRecordTests
{
    [Fact]
    public void A_module_tells_what_its_declaration_says()
    {
        var file = new FileTableBuilder("Shop/Cart.cs");
        var cart = file.Type("Cart");
        file.Type("Line", cart, row =>
        {
            row.Arity = 2;
            row.Kind = ModuleKind.RecordStruct;
            row.Accessibility = DeclaredAccessibility.Public;
            row.Modifiers = DeclarationModifiers.ReadOnly | DeclarationModifiers.Unsafe;
            row.BaseTypes = ["ILine", "IEquatable<Line>"];
            row.Attributes = ["Serializable"];
            (row.CyclomaticSum, row.CyclomaticMax, row.CognitiveSum, row.CognitiveMax) = (9, 5, 7, 4);
        });

        var registry = TestRegistry.Of(file.Table);
        var line = registry.FindModule("Shop.Cart+Line`2");

        Assert.Equal("Line", line.Name);
        Assert.Equal("Shop", line.Namespace);
        Assert.Equal(2, line.Arity);
        Assert.Equal(ModuleKind.RecordStruct, line.Kind);
        Assert.Equal(DeclaredAccessibility.Public, line.Accessibility);
        Assert.Equal(DeclarationModifiers.ReadOnly | DeclarationModifiers.Unsafe, line.Modifiers);
        Assert.Equal(["ILine", "IEquatable<Line>"], line.BaseTypes);
        Assert.Equal(["Serializable"], line.AttributeNames);
        Assert.Equal(new ModuleComplexity(9, 5, 7, 4), line.Complexity);
        Assert.Equal([new SourceLocation("Shop/Cart.cs", new SourceSpan(1, 4, 1, 40))], line.Locations);
        Assert.Equal("Shop.Cart+Line`2", line.ToString());
        Assert.Same(registry.FindModule("Shop.Cart"), line.Container);
        Assert.Equal([line], registry.FindModule("Shop.Cart").NestedModules);
        Assert.Null(registry.FindModule("Shop.Cart").Container);
        Assert.Empty(line.NestedModules);
    }

    [Fact]
    public void Parts_in_several_files_are_one_module()
    {
        var registry = TestRegistry.Of(MakeParts());

        Assert.Equal(["Shop.Cart", "Shop.Cart+Line", "Shop.Cart+Other"], registry.Modules.Select(module => module.Key));
        var cart = registry.FindModule("Shop.Cart");
        Assert.Equal(DeclarationModifiers.Partial | DeclarationModifiers.Sealed, cart.Modifiers);
        Assert.Equal(DeclaredAccessibility.Public, cart.Accessibility);
        Assert.Equal(["ICart", "IDisposable"], cart.BaseTypes);
        Assert.Equal(["A", "B", "C"], cart.AttributeNames);
        Assert.Equal(["b.cs", "a.cs"], cart.Locations.Select(location => location.Path));
        Assert.Equal(["Shop.Cart.Add()", "Shop.Cart.Remove()"], cart.Members.Select(member => member.Key));
        Assert.All(cart.Members, member => Assert.Same(cart, member.Module));
        Assert.Equal(["Line", "Other"], cart.NestedModules.Select(module => module.Name));
        Assert.All(cart.NestedModules, module => Assert.Same(cart, module.Container));
        Assert.Equal(2, cart.CountMembers(MemberKind.Method));
        Assert.Equal(new ModuleComplexity(5, 3, 1, 1), cart.Complexity);
    }

    [Fact]
    public void Where_parts_stand_changes_nothing_a_module_tells()
    {
        var parts = MakeParts();
        var one = TestRegistry.Of(parts[0], parts[1]).FindModule("Shop.Cart");
        var other = TestRegistry.Of(new FileTableBuilder().Table, parts[1], parts[0]).FindModule("Shop.Cart");

        Assert.Equal(one.AstDigest, other.AstDigest);
        Assert.Equal(one.CompilationHash, other.CompilationHash);
        Assert.Equal(one.BaseTypes, other.BaseTypes);
        Assert.Equal(one.AttributeNames, other.AttributeNames);
        Assert.Equal(one.Locations, other.Locations);
        Assert.Equal(one.Id, other.Id);
    }

    [Fact]
    public void Digests_follow_every_part_and_tell_tokens_from_trivia()
    {
        var before = TestRegistry.Of(MakeParts()).FindModule("Shop.Cart");
        var retouched = MakeParts();
        retouched[0].Types[0].CompilationHash++;
        var edited = MakeParts();
        edited[1].Types[0].Digest++;

        Assert.Equal(before.AstDigest, TestRegistry.Of(retouched).FindModule("Shop.Cart").AstDigest);
        Assert.NotEqual(before.CompilationHash, TestRegistry.Of(retouched).FindModule("Shop.Cart").CompilationHash);
        Assert.NotEqual(before.AstDigest, TestRegistry.Of(edited).FindModule("Shop.Cart").AstDigest);
    }

    [Theory]
    [InlineData(ModuleKind.Class, DeclaredAccessibility.Private, DeclaredAccessibility.Protected, DeclaredAccessibility.Protected)]
    [InlineData(ModuleKind.Class, DeclaredAccessibility.Public, DeclaredAccessibility.Private, DeclaredAccessibility.Public)]
    [InlineData(ModuleKind.Interface, DeclaredAccessibility.Public, DeclaredAccessibility.Internal, DeclaredAccessibility.Internal)]
    [InlineData(ModuleKind.Class, DeclaredAccessibility.Private, DeclaredAccessibility.Private, DeclaredAccessibility.Private)]
    public void Accessibility_is_that_of_the_part_that_states_it(
        ModuleKind container, DeclaredAccessibility first, DeclaredAccessibility second, DeclaredAccessibility expected)
    {
        var file = new FileTableBuilder();
        var outer = file.Type("Outer", with: row => row.Kind = container);
        file.Type("Inner", outer, row => row.Accessibility = first);
        file.Type("Inner", outer, row => row.Accessibility = second);

        Assert.Equal(expected, TestRegistry.Of(file.Table).FindModule("Shop.Outer+Inner").Accessibility);
    }

    [Fact]
    public void A_part_beside_top_level_statements_leaves_the_program_what_it_is()
    {
        var file = new FileTableBuilder();
        file.Type("Program", with: row => row.Kind = ModuleKind.TopLevelProgram);
        file.Type("Program", with: row => row.Accessibility = DeclaredAccessibility.Public);

        var program = Assert.Single(TestRegistry.Of(file.Table).Modules);

        Assert.Equal(ModuleKind.TopLevelProgram, program.Kind);
        Assert.Equal(DeclaredAccessibility.Public, program.Accessibility);
    }

    [Fact]
    public void Types_alone_have_counts_but_no_members()
    {
        var file = new FileTableBuilder();
        file.Type("Cart", with: row => row.MemberCounts[(int)MemberKind.Property] = 3);

        var cart = TestRegistry.Of(AstRegistryDetail.Types, file.Table).FindModule("Shop.Cart");

        Assert.Equal(3, cart.CountMembers(MemberKind.Property));
        Assert.Equal(0, cart.CountMembers((MemberKind)99));
        Assert.Empty(cart.Members);
        Assert.Empty(cart.Functions);
    }

    private static FileTable[] MakeParts()
    {
        var first = new FileTableBuilder("a.cs");
        var one = first.Type("Cart", with: row =>
        {
            row.Digest = 20;
            row.Modifiers = DeclarationModifiers.Partial;
            row.Attributes = ["B", "C"];
            row.BaseTypes = ["IDisposable"];
            (row.CyclomaticSum, row.CyclomaticMax, row.CognitiveSum, row.CognitiveMax) = (4, 3, 1, 1);
        });
        first.Type("Line", one);
        first.Method(one, "Remove");

        var second = new FileTableBuilder("b.cs");
        var two = second.Type("Cart", with: row =>
        {
            row.Digest = 10;
            row.Modifiers = DeclarationModifiers.Partial | DeclarationModifiers.Sealed;
            row.Accessibility = DeclaredAccessibility.Public;
            row.Attributes = ["A", "B"];
            row.BaseTypes = ["ICart", "IDisposable"];
            (row.CyclomaticSum, row.CyclomaticMax) = (1, 1);
        });
        second.Method(two, "Add");
        second.Type("Other", two);
        return [first.Table, second.Table];
    }
}
