using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AstRegistry.Tests.Code.Classes;

public sealed class CodeDatabaseTypesTests
{
    private static readonly string Own = typeof(CodeDatabaseTypesTests).Assembly.GetName().Name!;

    private static readonly CodeDatabase Database = CodeDatabase.Load(
        [Inventories.Registry(Own, NameOf<CodeDatabaseTypesTests>(), NameOf<Nested>(), typeof(Generic<>).FullName!)],
        ClassInventory.Create(Own, ClassOrigin.Framework, ["System.String", "System.Collections.Generic.List`1"], "System.Private.CoreLib"),
        ClassInventory.Create(Own, ClassOrigin.Framework, ["System.Int32"]));

    [Fact]
    public void A_type_has_the_id_of_its_class()
    {
        Assert.Equal(Key<Nested>(), Database.KeyOf(Database.ClassIdOf<Nested>()));
        Assert.Equal(Database.ClassIdOf<Nested>(), Database.ClassIdOf<Nested>());
        Assert.Equal(Key<CodeDatabaseTypesTests>(), Database.KeyOf(Database.ClassIdOf(GetType())));
        Assert.Equal(Database.ClassIdOf<Nested>(), Database.ClassIdOf(new Nested().GetType()));
        Assert.NotEqual(Database.ClassIdOf<Nested>(), Database.ClassIdOf<CodeDatabaseTypesTests>());
    }

    [Fact]
    public void A_constructed_type_has_the_id_of_its_definition()
    {
        Assert.Equal(Database.ClassIdOf<Generic<int>>(), Database.ClassIdOf<Generic<string>>());
        Assert.Equal(Database.ClassIdOf<Generic<int>>(), Database.ClassIdOf(typeof(Generic<>)));
        Assert.Equal(typeof(Generic<>).FullName, Database.KeyOf(Database.ClassIdOf<Generic<object>>()).MetadataName);
    }

    [Fact]
    public void A_type_of_the_framework_belongs_to_the_project_that_uses_it()
    {
        var project = Database.Project(Own);

        Assert.Equal("System.String", Database.KeyOf(project.ClassIdOf(typeof(string))).MetadataName);
        Assert.Equal("System.Int32", Database.KeyOf(project.ClassIdOf(typeof(int))).MetadataName);
        Assert.Equal("System.Collections.Generic.List`1", Database.KeyOf(project.ClassIdOf(typeof(List<int>))).MetadataName);
        Assert.Equal(Database.ClassIdOf<Nested>(), project.ClassIdOf(typeof(Nested)));
        Assert.Throws<KeyNotFoundException>(() => project.ClassIdOf(typeof(long)));
        var error = Assert.Throws<KeyNotFoundException>(() => Database.ClassIdOf<string>());
        Assert.Contains("which is no project of the database", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_type_that_is_not_declared_is_refused()
    {
        Assert.Contains("as far as its registry tells", Assert.Throws<KeyNotFoundException>(() => Database.ClassIdOf<CodeDatabaseTests>()).Message, StringComparison.Ordinal);
        Assert.False(Database.TryGetClassId(typeof(Nested[]), out _));
        Assert.False(Database.TryGetClassId(typeof(Generic<>).GetGenericArguments()[0], out _));
        Assert.Throws<ArgumentNullException>(() => Database.ClassIdOf((Type)null!));
    }

    [Fact]
    public void Revisions_and_evictions_leave_the_ids_of_types_alone()
    {
        var database = CodeDatabase.Load(Inventories.Registry(Own, NameOf<Nested>(), NameOf<CodeDatabaseTypesTests>()));
        var old = database.Snapshot;
        var nested = database.ClassIdOf<Nested>();
        var outer = database.ClassIdOf(GetType());
        database.Evict();
        Assert.Equal(nested, database.ClassIdOf<Nested>());

        database.Apply(Inventories.Registry(Own, NameOf<Nested>(), "A"));

        Assert.Equal(nested, database.ClassIdOf<Nested>());
        Assert.Throws<KeyNotFoundException>(() => database.ClassIdOf(GetType()));
        Assert.Equal(outer, old.ClassIdOf(GetType()));
    }

    [Fact]
    public void Many_types_are_found_by_many_threads()
    {
        var types = typeof(CodeDatabaseTypesTests).Assembly.GetTypes().Where(static type => type.FullName is not null && !type.FullName.Contains('<', StringComparison.Ordinal)).ToArray();
        var database = CodeDatabase.Load(Inventories.Registry(Own, [.. types.Select(static type => type.FullName!)]));

        Parallel.For(0, 8, _ =>
        {
            foreach (var type in types) Assert.Equal(type.FullName, database.KeyOf(database.ClassIdOf(type)).MetadataName);
        });
        Assert.True(types.Length > 100);
    }

    [Fact]
    public void An_assembly_that_was_asked_about_can_be_unloaded()
    {
        var database = CodeDatabase.Load(Inventories.Registry("Plugin", "Plug"));
        var context = AskAboutPlugin(database);
        for (var i = 0; i < 20 && context.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(context.IsAlive);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference AskAboutPlugin(CodeDatabase database)
    {
        var stream = new MemoryStream();
        var compilation = CSharpCompilation.Create(
            "Plugin",
            [CSharpSyntaxTree.ParseText("public class Plug { }", cancellationToken: TestContext.Current.CancellationToken)],
            [MetadataReference.CreateFromFile(typeof(object).Assembly.Location)],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Assert.True(compilation.Emit(stream, cancellationToken: TestContext.Current.CancellationToken).Success);
        var context = new AssemblyLoadContext("plugin", isCollectible: true);
        stream.Position = 0;
        var plug = context.LoadFromStream(stream).GetType("Plug", throwOnError: true)!;
        Assert.Equal("Plug", database.KeyOf(database.ClassIdOf(plug)).MetadataName);
        var byArgument = typeof(CodeDatabase).GetMethod(nameof(CodeDatabase.ClassIdOf), 1, BindingFlags.Public | BindingFlags.Instance, [])!.MakeGenericMethod(plug);
        Assert.Equal(database.ClassIdOf(plug), byArgument.Invoke(database, null));
        context.Unload();
        return new WeakReference(context);
    }

    private static string NameOf<T>() => typeof(T).FullName!;

    private static ClassKey Key<T>() => ClassKey.Source(Own, NameOf<T>());

    private sealed class Nested;

    private sealed class Generic<T>
    {
        public T? Value { get; init; }
    }
}
