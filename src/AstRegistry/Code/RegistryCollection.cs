using System.ComponentModel;

namespace AstRegistry.Code;

/// <summary>
/// Gathers the registries of a project and of those it refers to. Generated code fills it; nothing else should.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class RegistryCollection
{
    private readonly HashSet<CodeRegistry> _registries = new(ReferenceEqualityComparer.Instance);

    /// <summary>Adds a registry; false when it is there already, and so are those behind it.</summary>
    public bool Add(CodeRegistry registry)
    {
        ArgumentNullException.ThrowIfNull(registry);
        return _registries.Add(registry);
    }

    /// <summary>The registries, sorted by project name.</summary>
    public IReadOnlyList<CodeRegistry> ToSortedList() =>
        Array.AsReadOnly(_registries.OrderBy(static registry => registry.ProjectName, StringComparer.Ordinal).ToArray());
}
