using System.Diagnostics;

namespace AstRegistry;

/// <summary>One step on the way between two versions.</summary>
/// <param name="Revision">The version whose change set the step applies or undoes.</param>
/// <param name="Direction">Whether it is applied or undone.</param>
[DebuggerDisplay("{ToString(),nq}")]
public readonly record struct VersionStep(long Revision, VersionDirection Direction)
{
    /// <summary><c>+v3</c> for a step forward, <c>−v3</c> for a step back.</summary>
    public override string ToString() => FormattableString.Invariant($"{(Direction == VersionDirection.Forward ? '+' : '−')}v{Revision}");
}
