namespace AstRegistry.Transactions;

/// <summary>What came of a call of a handler.</summary>
internal readonly record struct TurnResult(TurnEnd End, string Reason, Exception? Exception = null)
{
    public static readonly TurnResult Accepted = new(TurnEnd.Accepted, "");
    public static readonly TurnResult TimedOut = new(TurnEnd.TimedOut, "timed out");
    public static readonly TurnResult Cancelled = new(TurnEnd.Cancelled, "cancelled");

    public bool IsAccepted => End == TurnEnd.Accepted;

    /// <summary>Whether the registry stopped waiting before the handler had answered.</summary>
    public bool IsGivenUp => End is TurnEnd.TimedOut or TurnEnd.Cancelled;

    public static TurnResult Rejected(string reason) => new(TurnEnd.Rejected, reason);

    public static TurnResult Threw(Exception exception) => new(TurnEnd.Threw, $"{exception.GetType().Name}: {exception.Message}", exception);
}
