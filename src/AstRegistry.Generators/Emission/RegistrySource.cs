using AstRegistry.Generators.References;
using AstRegistry.Packing;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace AstRegistry.Generators.Emission;

/// <summary>Writes <c>AppRegistry.g.cs</c>: the class that users see, and what the library reads behind it.</summary>
internal static class RegistrySource
{
    private static readonly string Version = typeof(RegistrySource).Assembly.GetName().Version.ToString(3);

    /// <summary>Writes the source.</summary>
    public static SourceText Write(RegistryShape shape)
    {
        var code = new CodeWriter();
        code.Write(shape.Frame.Header);
        code.Write($"#pragma warning disable CS0612, {RegistryFrame.ExperimentalId} // Generated code calls generated code.");
        if (shape.IsPublic) code.Write("#pragma warning disable CS3003 // The library does not promise CLS compliance.");
        using (code.Open(shape.Frame.NamespaceHeader))
        {
            code.Write($"""
                /// <summary>The registry of this project: its types, members and syntax nodes as they were compiled.</summary>
                [global::System.CodeDom.Compiler.GeneratedCode("AstRegistry", "{Version}")]
                [global::System.Diagnostics.CodeAnalysis.ExcludeFromCodeCoverage]
                """);
            using (code.Open($"{(shape.IsPublic ? "public" : "internal")} static partial class {RegistryFrame.ClassName}"))
            {
                code.Write($$"""
                    private static global::AstRegistry.CodeRegistry{{shape.Frame.NullableMark}} _instance;
                    private static global::System.Collections.Generic.IReadOnlyList<global::AstRegistry.CodeRegistry>{{shape.Frame.NullableMark}} _withReferences;

                    /// <summary>The registry, which is opened when this is first read.</summary>
                    public static global::AstRegistry.CodeRegistry Instance => _instance ?? Open();

                    /// <summary>This registry and those of all projects that this one refers to, directly or not, sorted by project name.</summary>
                    public static global::System.Collections.Generic.IReadOnlyList<global::AstRegistry.CodeRegistry> WithReferences => _withReferences ?? Collect();

                    private static global::AstRegistry.CodeRegistry Open()
                    {
                        var opened = global::AstRegistry.CodeRegistry.Create(new Data());
                        return global::System.Threading.Interlocked.CompareExchange(ref _instance, opened, null) ?? opened;
                    }

                    """);
                WriteCollect(code, shape.References);
                WriteData(code, shape);
            }
        }

        return code.ToSource();
    }

    private static void WriteCollect(CodeWriter code, ReferencedRegistries references)
    {
        using (code.Open("private static global::System.Collections.Generic.IReadOnlyList<global::AstRegistry.CodeRegistry> Collect()"))
        {
            code.Write("var registries = new global::AstRegistry.Code.RegistryCollection();\nregistries.Add(Instance);");
            foreach (var entry in references.EntryNames) code.Write($"global::{EntrySource.Namespace}.{entry}.AddTo(registries);");
            code.Write("return _withReferences = registries.ToSortedList();");
        }

        code.Write("");
    }

    private static void WriteData(CodeWriter code, RegistryShape shape)
    {
        const string detail = "public override global::AstRegistry.AstRegistryDetail ";
        // So that it may name types that are experimental.
        code.Write($"[global::System.Diagnostics.CodeAnalysis.Experimental(\"{RegistryFrame.ExperimentalId}\")]");
        using (code.Open("private sealed partial class Data : global::AstRegistry.Code.RegistryData"))
        {
            code.Write($"""
                public override int FormatVersion => {PackedFormat.Version};
                public override string ProjectName => {Literal(shape.ProjectName)};
                {detail}Detail => global::AstRegistry.AstRegistryDetail.{shape.Frame.Detail ?? AstRegistryDetail.Types};
                {detail}RequestedDetail => global::AstRegistry.AstRegistryDetail.{shape.Requested};
                """);
            WriteLeftOut(code, shape.LeftOut);
            code.Write("");
            WriteSwitch(code, shape, $"public override string{shape.Frame.NullableMark} GetBucket(int bucket)", static bucket => OwnSources.BucketName(bucket) + "()");
            WriteSwitch(code, shape, $"public override {shape.Frame.TypeName} GetRuntimeType(int bucket, int row)", static bucket => OwnSources.TypesName(bucket) + "(row)");
        }
    }

    private static void WriteLeftOut(CodeWriter code, EquatableArray<string> notices)
    {
        if (notices.Count == 0) return;
        code.Write("public override global::System.Collections.Generic.IReadOnlyList<string> LeftOut => new string[]\n{");
        foreach (var notice in notices) code.Write("    " + Literal(notice) + ",");
        code.Write("};");
    }

    private static void WriteSwitch(CodeWriter code, RegistryShape shape, string header, Func<int, string> call)
    {
        using (code.Open(header))
        using (code.Open("switch (bucket)"))
        {
            for (var i = 0; i < PackedFormat.Buckets && shape.Frame.Detail is not null; i++)
            {
                if (shape.NonEmpty.Contains(i)) code.Write($"case {i}: return {call(i)};");
            }

            code.Write("default: return null;");
        }
    }

    private static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);
}
