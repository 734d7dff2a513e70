using System.Diagnostics;

namespace AstRegistry;

/// <summary>An entry names something that is not there.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Reference">What it names, as written: an id or what should be one, a group, or a namespace without entries.</param>
/// <param name="Pattern">The pattern that found it.</param>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record MissingDependency(EntryId Entry, string Reference, DependencyPattern Pattern)
{
    /// <summary><c>shop:cart → shop:item (Direct meta.depends_on)</c>.</summary>
    public override string ToString() => $"{Entry} → {Reference} ({Pattern})";
}
