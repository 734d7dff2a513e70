using AstRegistry.Storage.Crash.Protocol;

namespace AstRegistry.Storage.Crash;

/// <summary>Refuses entries that ask for it by their value.</summary>
internal static class Judge
{
    public const string Name = "judge";

    public const string Kinds = "crash.judged";

    public static ValueTask HandleAsync(OperationContext operation, CancellationToken cancellationToken)
    {
        var isWrong = operation.Operation.Entry?.Data.ToString().Contains(Change.Wrong, StringComparison.Ordinal) ?? false;
        if (isWrong && !operation.IsInverse) operation.Reject("It is wrong.");
        return ValueTask.CompletedTask;
    }
}
