using AstRegistry.Storage.Crash.Protocol;

namespace AstRegistry.Storage.Crash;

/// <summary>The durable handler: accepts everything, and says of which versions it was told.</summary>
internal sealed class Witness(Wire wire, CrashPoints points) : IRegistryHandler
{
    public const string Name = "witness";

    public const string Kinds = "crash.*";

    public static readonly HandlerOptions Options = new() { IsDurable = true, FromBeginning = true };

    public ValueTask BeginAsync(RegistryTransaction transaction, CancellationToken cancellationToken) => points.ReachAsync(CrashPoint.BeforePrepare);

    public ValueTask HandleAsync(OperationContext operation, CancellationToken cancellationToken) => points.ReachAsync(CrashPoint.WithinHandler);

    public async ValueTask CommitAsync(RegistryTransaction transaction, CancellationToken cancellationToken)
    {
        await points.ReachAsync(CrashPoint.BeforeTold);
        if (transaction.Kind == TransactionKind.Commit) wire.Say(Verb.Told, transaction.Revision);
        await points.ReachAsync(CrashPoint.AfterTold);
    }
}
