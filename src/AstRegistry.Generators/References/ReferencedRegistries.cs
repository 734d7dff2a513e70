using System.Collections.Immutable;

namespace AstRegistry.Generators.References;

/// <summary>The registries of all referenced projects.</summary>
/// <param name="EntryNames">The entry classes that generated code reaches, sorted.</param>
/// <param name="HasAliased">Whether there are others that it does not reach.</param>
internal sealed record ReferencedRegistries(EquatableArray<string> EntryNames, bool HasAliased)
{
    /// <summary>Puts the references together, in any order.</summary>
    public static ReferencedRegistries Of(ImmutableArray<RegistryReference?> references, CancellationToken cancellation)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        var hasAliased = false;
        foreach (var reference in references)
        {
            if (reference is null) continue;
            if (reference.IsAliased) hasAliased = true;
            else names.Add(reference.EntryName);
        }

        return new(new([.. names]), hasAliased);
    }
}
