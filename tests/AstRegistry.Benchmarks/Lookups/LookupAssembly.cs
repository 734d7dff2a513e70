using System.Reflection;
using System.Runtime.Loader;
using AstRegistry.Benchmarks.CodeBases;
using AstRegistry.Benchmarks.Generators;
using Microsoft.CodeAnalysis;

namespace AstRegistry.Benchmarks.Lookups;

/// <summary>An assembly of 10,000 types with its registry, and doors into it that need no reflection once they are open.</summary>
internal sealed class LookupAssembly
{
    public const string DoorsType = "Acme.Doors";

    // Added behind the generator's back: it would make room for a class of this name.
    private const string Source = """
        #pragma warning disable ASTR0001 // Generated code alone may use what the library keeps to itself.
        namespace Acme;

        public static partial class AppRegistry
        {
            internal static global::AstRegistry.CodeRegistry OpenAnother() => global::AstRegistry.CodeRegistry.Create(new Data());
        }

        public static class Doors
        {
            public static int TouchNothing() => 1;

            public static int FindFirst(string key) => AppRegistry.Instance.FindModule(key).Key.Length;

            public static global::AstRegistry.CodeRegistry Open() => AppRegistry.OpenAnother();
        }
        """;

    private const int Files = 2_000;
    private const int LinesPerFile = 70;

    private LookupAssembly(byte[] image) => Image = image;

    /// <summary>A type in the middle of the code base, by its key.</summary>
    public static string SomeKey { get; } = new SyntheticCode(linesPerFile: LinesPerFile).ServiceOf(Files / 2);

    public byte[] Image { get; }

    public static LookupAssembly Build()
    {
        var compilation = Drivers.AddRegistry(CodeBase.Synthetic(Files, LinesPerFile).Compile(), AstRegistryDetail.Statements);
        var stream = new MemoryStream();
        var result = compilation.AddSyntaxTrees(CodeBase.Parse(Source, "Doors.cs")).Emit(stream);
        if (!result.Success) throw new InvalidOperationException("The assembly of 10,000 types does not compile: " + result.Diagnostics.First(static d => d.Severity == DiagnosticSeverity.Error));
        return new(stream.ToArray());
    }

    /// <summary>Loads another copy, of which nothing has run yet.</summary>
    public Loaded Load()
    {
        var context = new AssemblyLoadContext("copy", isCollectible: true);
        var assembly = context.LoadFromStream(new MemoryStream(Image));
        return new(context, assembly);
    }

    /// <summary>A loaded copy; disposing it lets it be unloaded.</summary>
    internal sealed class Loaded(AssemblyLoadContext context, Assembly assembly) : IDisposable
    {
        public Assembly Assembly => assembly;

        public Func<string, int> FindFirst => Door<Func<string, int>>("FindFirst");

        public Func<CodeRegistry> Open => Door<Func<CodeRegistry>>("Open");

        public void Dispose() => context.Unload();

        private T Door<T>(string name)
            where T : Delegate => assembly.GetType(DoorsType, throwOnError: true)!.GetMethod(name)!.CreateDelegate<T>();
    }
}
