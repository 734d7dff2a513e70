namespace AstRegistry.Tests.Generators.Emission;

/// <summary>From modules to run-time types, through generated <c>typeof</c> expressions.</summary>
public class RuntimeTypeTests
{
    [Theory]
    [InlineData("public class A { }", "A")]
    [InlineData("namespace N.M { struct A<T, U> { } }", "N.M.A`2")]
    [InlineData("class A<T> { internal class B { protected internal class C<U> { } } }", "A`1+B+C`1")]
    [InlineData("namespace @class { class @int { } }", "class.int")]
    [InlineData("class record { } class @await { }", "record", "await")]
    [InlineData("interface I { } enum E { } delegate void D(); static class S { } ref struct R { }", "I", "E", "D", "S", "R")]
    [InlineData("[System.Obsolete(\"gone\", true)] class A { internal class B { } }", "A", "A+B")]
    [InlineData("[System.Diagnostics.CodeAnalysis.Experimental(\"X1\")] class A { }", "A")]
    [InlineData("namespace System { class Version { } }", "System.Version")]
    [InlineData("partial class A { } partial class A { }", "A")]
    [InlineData("class Größe { } namespace 店 { class 品 { } }", "Größe", "店.品")]
    public void Accessible_types_are_known_without_reflection(string source, params string[] keys)
    {
        var registry = Project(source).Open();

        foreach (var key in keys)
        {
            var module = registry.FindModule(key);
            Assert.Equal(key, module.RuntimeType!.FullName);
            Assert.Same(module, registry.FindModule(module.RuntimeType));
        }
    }

    [Theory]
    [InlineData("class A { private class B { } }", "A+B")]
    [InlineData("class A { protected class B { internal class C { } } }", "A+B+C")]
    [InlineData("class A { private protected class B { } }", "A+B")]
    [InlineData("file class A { }", "A@File.cs")]
    public void What_generated_code_cannot_name_is_unknown(string source, string key) =>
        Assert.Null(new GeneratorHarness([("/src/File.cs", source)]).Open().FindModule(key).RuntimeType);

    [Fact]
    public void The_part_that_states_the_accessibility_tells_the_type()
    {
        var registry = new GeneratorHarness(
        [
            ("/repo/src/Shop/One.cs", "partial class A { partial class B { } }"),
            ("/repo/src/Shop/Two.cs", "public partial class A { public partial class B { } }"),
        ]).Open();

        Assert.Equal("A+B", registry.FindModule("A+B").RuntimeType!.FullName);
    }

    [Fact]
    public void Each_of_many_types_in_shared_buckets_is_its_own()
    {
        var registry = new GeneratorHarness(GeneratorHarness.ManyFiles(300)).Open();

        Assert.Equal(300, registry.Modules.Count);
        Assert.All(registry.Modules, static module => Assert.Equal(module.Key, module.RuntimeType!.FullName));
    }

    [Theory]
    [InlineData("class { } class A.B { } namespace { class C { } } class 1x { }")]
    [InlineData("class A<T { class B<,> { } }")]
    [InlineData("class A { } class A { }")]
    public void Broken_source_brings_no_error_in_generated_code(string source)
    {
        var own = Project(source).Output().GetDiagnostics(TestContext.Current.CancellationToken)
            .Where(static diagnostic => diagnostic.Location.SourceTree?.FilePath.EndsWith(".g.cs", StringComparison.Ordinal) == true);

        Assert.DoesNotContain(own, static diagnostic => diagnostic.Id is "CS1001" or "CS1525" or "CS1031" or "CS1003");
    }

    private static GeneratorHarness Project(string source) => new([("/repo/src/Shop/A.cs", source)]);
}
