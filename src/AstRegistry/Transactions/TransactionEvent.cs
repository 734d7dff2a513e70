using System.Diagnostics;

namespace AstRegistry;

/// <summary>What a registry publishes on its bus about a step of a transaction.</summary>
/// <remarks>
/// The topic is <c>name.step</c>, and <c>name.step.kind</c> for what concerns an operation: the name of the registry, the step in small letters,
/// the kind of the entry. So <c>registry.commit</c> is every commit, and <c>registry.(create|update|delete).function.**</c> every change of an
/// entry whose kind begins with <c>function</c>.
/// </remarks>
/// <param name="Step">The step.</param>
/// <param name="Transaction">The transaction.</param>
/// <param name="Operation">The operation that it concerns; null for begin, commit and discard.</param>
/// <param name="Handler">The handler that it concerns; null where it concerns none.</param>
/// <param name="Reason">Why a handler rejected, or the transaction is discarded; otherwise null.</param>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record TransactionEvent(
    TransactionStep Step, RegistryTransaction Transaction, RegistryOperation? Operation = null, string? Handler = null, string? Reason = null)
{
    /// <summary>The step and what it concerns.</summary>
    public override string ToString() =>
        string.Join(' ', new[] { Step.ToString(), Operation?.Id.ToString(), Handler is null ? null : $"({Handler})", Reason is null ? null : $"– {Reason}" }.Where(static part => part is not null));
}
