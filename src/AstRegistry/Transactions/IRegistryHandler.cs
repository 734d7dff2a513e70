namespace AstRegistry;

/// <summary>Takes part in the transactions of a registry: is asked about operations before they are durable, and told what came of them.</summary>
/// <remarks>
/// <para>For each transaction that concerns the handler: <see cref="BeginAsync"/>, then <see cref="HandleAsync"/> for each operation in order, then
/// either <see cref="CommitAsync"/>, or <see cref="HandleAsync"/> with the inverse of each accepted operation in reverse order and
/// <see cref="DiscardAsync"/>. Changes that other processes made, and those that a durable handler has not acknowledged, come as
/// <see cref="CommitAsync"/> alone, because nobody can object to them any more. So <see cref="CommitAsync"/> must be idempotent.</para>
/// <para>A process that dies in between tells nobody. What a handler has prepared and not seen committed by then holds only if the history has
/// it: a durable handler is told so when the registry is opened again.</para>
/// <para>Each call has a deadline of its own; the token is cancelled when it passes, and the registry goes on whether the call has ended or not.
/// A handler may read the registry. It cannot commit to it or go to another version while the registry waits for it:
/// <see cref="ReentrantCommitException"/>.</para>
/// </remarks>
public interface IRegistryHandler
{
    /// <summary>A transaction begins. To throw is to reject it.</summary>
    ValueTask BeginAsync(RegistryTransaction transaction, CancellationToken cancellationToken) => default;

    /// <summary>
    /// Says yes or no to an operation by the context, or yes by returning and no by throwing. For the inverse of an operation
    /// (<see cref="OperationContext.IsInverse"/>) there is nothing to say: the operation is to be undone.
    /// </summary>
    ValueTask HandleAsync(OperationContext operation, CancellationToken cancellationToken);

    /// <summary>The transaction is durable and visible. To throw changes nothing about it; a durable handler is told again.</summary>
    ValueTask CommitAsync(RegistryTransaction transaction, CancellationToken cancellationToken) => default;

    /// <summary>The transaction did not take place.</summary>
    ValueTask DiscardAsync(RegistryTransaction transaction, CancellationToken cancellationToken) => default;
}
