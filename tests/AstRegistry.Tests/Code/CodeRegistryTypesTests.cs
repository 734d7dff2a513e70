using AstRegistry.Packing;

namespace AstRegistry.Tests.Code
{
    public sealed class CodeRegistryTypesTests
    {
        private static readonly string TestAssembly = typeof(CodeRegistryTypesTests).Assembly.GetName().Name!;

        [Fact]
        public void A_run_time_type_leads_to_its_module()
        {
            var registry = MakeRegistry(TestAssembly);

            Assert.Equal("Shop.Sample.Shelf`1", registry.FindModule(typeof(Shop.Sample.Shelf<>)).Key);
            Assert.Same(registry.FindModule(typeof(Shop.Sample.Shelf<>)), registry.FindModule(typeof(Shop.Sample.Shelf<int>)));
            Assert.Equal("Shop.Sample.Shelf`1+Slot`1", registry.FindModule(typeof(Shop.Sample.Shelf<string>.Slot<int>)).Key);
            Assert.Equal("Shop.Sample.Local@CodeRegistryTypesTests.cs", registry.FindModule(Shop.Sample.Locals.Plain).Key);
            Assert.Equal("Shop.Sample.Local`1@CodeRegistryTypesTests.cs", registry.FindModule(Shop.Sample.Locals.Generic).Key);
        }

        [Fact]
        public void What_is_not_declared_in_the_project_is_not_found()
        {
            var registry = MakeRegistry(TestAssembly);

            Assert.False(registry.TryFindModule(typeof(string), out _));
            Assert.False(registry.TryFindModule(typeof(Shop.Sample.Shelf<int>[]), out _));
            Assert.False(registry.TryFindModule(typeof(Shop.Sample.Shelf<>).GetGenericArguments()[0], out _));
            Assert.False(registry.TryFindModule(typeof(CodeRegistryTypesTests), out _));
            var error = Assert.Throws<KeyNotFoundException>(() => registry.FindModule(typeof(string)));
            Assert.Equal($"The type 'System.String' of assembly 'System.Private.CoreLib' is not declared in the sources of '{TestAssembly}'.", error.Message);
        }

        [Fact]
        public void A_type_of_the_same_name_in_another_assembly_is_another_type()
        {
            Assert.False(MakeRegistry("AnotherAssembly").TryFindModule(typeof(Shop.Sample.Shelf<>), out _));
        }

        private static CodeRegistry MakeRegistry(string project)
        {
            var file = new FileTableBuilder();
            var shelf = file.Type("Shelf", with: row => (row.Namespace, row.Arity) = ("Shop.Sample", 1));
            file.Type("Slot", shelf, row => row.Arity = 1);
            Action<TypeRow> isLocal = row => (row.Namespace, row.FileDiscriminator) = ("Shop.Sample", "CodeRegistryTypesTests.cs");
            file.Type("Local", with: isLocal);
            file.Type("Local", with: isLocal + (row => row.Arity = 1));
            return TestRegistry.Of(project, AstRegistryDetail.Statements, file.Table);
        }
    }
}

namespace Shop.Sample
{
    public sealed class Shelf<T>
    {
        public sealed class Slot<TKey>;
    }

    file sealed class Local;

    file sealed class Local<T>;

    public static class Locals
    {
        public static Type Plain => typeof(Local);
        public static Type Generic => typeof(Local<>);
    }
}
