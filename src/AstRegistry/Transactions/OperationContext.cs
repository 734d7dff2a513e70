using System.Diagnostics;
using AstRegistry.Transactions;

namespace AstRegistry;

/// <summary>An operation that a handler is asked about. Thread-safe: the vote may come from anywhere.</summary>
/// <remarks>The first vote counts. Those that come later, or after the deadline, are ignored and counted.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class OperationContext
{
    private readonly Turn _turn;

    internal OperationContext(Turn turn, RegistryTransaction transaction, RegistryOperation operation, bool isInverse)
    {
        _turn = turn;
        Transaction = transaction;
        Operation = operation;
        IsInverse = isInverse;
    }

    /// <summary>The transaction that it is part of.</summary>
    public RegistryTransaction Transaction { get; }

    /// <summary>The operation, with the entry as it was.</summary>
    public RegistryOperation Operation { get; }

    /// <summary>Whether it undoes an operation that the handler had accepted. The vote is of no account then.</summary>
    public bool IsInverse { get; }

    /// <summary>Says yes.</summary>
    public void Accept() => _turn.Vote(TurnResult.Accepted);

    /// <summary>Says no.</summary>
    /// <param name="reason">Why, for the one who commits.</param>
    public void Reject(string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        _turn.Vote(TurnResult.Rejected(reason));
    }

    /// <summary>Says that the vote comes later: then to return from the handler is no vote, and the deadline still counts.</summary>
    public void Defer() => _turn.Defer();

    /// <summary>The operation.</summary>
    public override string ToString() => IsInverse ? $"inverse: {Operation}" : Operation.ToString();
}
