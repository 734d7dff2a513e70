using System.Diagnostics;

namespace AstRegistry;

/// <summary>
/// What handlers are told about a change of a registry. <see cref="Registry"/> and <see cref="Revision"/> name it: a handler that has seen both
/// before is told again, and has nothing to do.
/// </summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record RegistryTransaction
{
    internal RegistryTransaction(string registry, TransactionKind kind, long from, RegistrySnapshot after, ChangeSet changes)
    {
        Registry = registry;
        Kind = kind;
        From = from;
        After = after;
        Changes = changes;
    }

    /// <summary>The name of the registry.</summary>
    public string Registry { get; }

    /// <summary>Whether a version is made or another one is gone to.</summary>
    public TransactionKind Kind { get; }

    /// <summary>The revision that the registry showed before.</summary>
    public long From { get; }

    /// <summary>The revision that the registry shows afterwards. Before the commit it is what the revision will be, unless the transaction is discarded.</summary>
    public long Revision => After.Revision;

    /// <summary>The version that the registry shows afterwards, with its actor and its commit id.</summary>
    public RegistryVersion Version => After.Version;

    /// <summary>The entries as they are afterwards.</summary>
    public RegistrySnapshot After { get; }

    /// <summary>The operations, each with the entry as it was: to a handler those of the kinds that it handles, in an event all that are not silent.</summary>
    public ChangeSet Changes { get; init; }

    /// <summary>Whether another process made the change, so that it is known already to be durable and nobody is asked.</summary>
    public bool IsRemote { get; init; }

    /// <summary>Whether the handler is told once more, because it has not acknowledged the change.</summary>
    public bool IsRedelivery { get; init; }

    /// <summary>Registry, revisions and number of operations.</summary>
    public override string ToString() => FormattableString.Invariant($"{Registry} v{From} → v{Revision}: {Changes}");
}
