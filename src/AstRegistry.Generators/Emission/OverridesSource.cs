using AstRegistry.Packing;
using Microsoft.CodeAnalysis.Text;

namespace AstRegistry.Generators.Emission;

/// <summary>Writes <c>AppRegistry.Overrides.g.cs</c>: the ids that a lock file keeps apart from the plain hashes.</summary>
internal static class OverridesSource
{
    /// <summary>Writes the source.</summary>
    public static SourceText Write(EquatableArray<IdOverride> overrides, RegistryFrame frame) =>
        DataSource.Write(frame, "public override string IdOverrides", IdOverridesWriter.Write(overrides));
}
