using System.Globalization;
using AstRegistry.Identity;
using Microsoft.CodeAnalysis.Text;

namespace AstRegistry.Generators.Emission;

/// <summary>
/// Writes <c>AppRegistry.Entry.g.cs</c>: the public door through which the generated code of referring projects reaches this registry and
/// those behind it, however internal <c>AppRegistry</c> is.
/// </summary>
internal static class EntrySource
{
    /// <summary>The namespace of all entries.</summary>
    public const string Namespace = "AstRegistry.Generated";

    /// <summary>How the name of an entry begins.</summary>
    public const string ClassPrefix = "Registry_";

    /// <summary>The name of a project's entry, which no other project's has.</summary>
    public static string ClassNameOf(string project) =>
        ClassPrefix + MemberHash.Of(project, "entry", "").Id.ToString("x16", CultureInfo.InvariantCulture);

    /// <summary>Writes the source.</summary>
    public static SourceText Write(RegistryShape shape)
    {
        var code = new CodeWriter();
        code.Write(shape.Frame.Header);
        code.Write("#pragma warning disable CS1591, CS3001 // Not for users' eyes.");
        using (code.Open("namespace " + Namespace))
        {
            code.Write("""
                [global::System.ComponentModel.EditorBrowsable(global::System.ComponentModel.EditorBrowsableState.Never)]
                [global::System.Diagnostics.CodeAnalysis.ExcludeFromCodeCoverage]
                """);
            using (code.Open("public static class " + ClassNameOf(shape.ProjectName)))
            using (code.Open("public static void AddTo(global::AstRegistry.Code.RegistryCollection registries)"))
            {
                code.Write($"if (!registries.Add({shape.Frame.GlobalClassName}.Instance)) return;");
                foreach (var entry in shape.References.EntryNames) code.Write($"global::{Namespace}.{entry}.AddTo(registries);");
            }
        }

        return code.ToSource();
    }
}
