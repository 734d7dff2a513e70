using System.Collections.Concurrent;

namespace AstRegistry.Runtime.Tests.Transactions;

/// <summary>Writes down what it is told, and answers as it is asked to.</summary>
internal sealed class LoggingHandler(string name = "") : IRegistryHandler
{
    private readonly string _prefix = name.Length == 0 ? "" : name + " ";

    public ConcurrentQueue<string> Log { get; init; } = [];

    public Func<OperationContext, CancellationToken, ValueTask> OnOperation { get; set; } = static (_, _) => default;

    public Func<OperationContext, CancellationToken, ValueTask> OnInverse { get; set; } = static (_, _) => default;

    public Func<RegistryTransaction, CancellationToken, ValueTask> OnBegin { get; set; } = static (_, _) => default;

    public Func<RegistryTransaction, CancellationToken, ValueTask> OnCommit { get; set; } = static (_, _) => default;

    public Func<RegistryTransaction, CancellationToken, ValueTask> OnDiscard { get; set; } = static (_, _) => default;

    public ValueTask BeginAsync(RegistryTransaction transaction, CancellationToken cancellationToken)
    {
        Log.Enqueue($"{_prefix}begin");
        return OnBegin(transaction, cancellationToken);
    }

    public ValueTask HandleAsync(OperationContext operation, CancellationToken cancellationToken)
    {
        Log.Enqueue(_prefix + operation);
        return operation.IsInverse ? OnInverse(operation, cancellationToken) : OnOperation(operation, cancellationToken);
    }

    public ValueTask CommitAsync(RegistryTransaction transaction, CancellationToken cancellationToken)
    {
        var marks = (transaction.IsRemote ? " remote" : "") + (transaction.IsRedelivery ? " again" : "");
        Log.Enqueue(FormattableString.Invariant($"{_prefix}{transaction.Kind} {transaction.From}→{transaction.Revision}: {string.Join(", ", transaction.Changes)}{marks}"));
        return OnCommit(transaction, cancellationToken);
    }

    public ValueTask DiscardAsync(RegistryTransaction transaction, CancellationToken cancellationToken)
    {
        Log.Enqueue($"{_prefix}discard");
        return OnDiscard(transaction, cancellationToken);
    }
}
