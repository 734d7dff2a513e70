namespace AstRegistry.Storage.Crash;

/// <summary>Refuses entries that ask for it by their value.</summary>
internal static class Judge
{
    public const string Name = "judge";

    public const string Kinds = "crash.judged";

    private const string Wrong = "wrong";

    /// <summary>A value that is refused.</summary>
    public static string Refusable(string value) => Wrong + value;

    public static ValueTask HandleAsync(OperationContext operation, CancellationToken cancellationToken)
    {
        var isWrong = operation.Operation.Entry?.Data.ToString().Contains(Wrong, StringComparison.Ordinal) ?? false;
        if (isWrong && !operation.IsInverse) operation.Reject("It is wrong.");
        return ValueTask.CompletedTask;
    }
}
