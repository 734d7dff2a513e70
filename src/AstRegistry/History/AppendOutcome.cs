namespace AstRegistry;

/// <summary>What came of an attempt to change the head of a history.</summary>
/// <param name="IsAppended">Whether the change is durable. If not, somebody else was faster, and nothing was changed.</param>
/// <param name="Head">The head as it is now.</param>
public readonly record struct AppendOutcome(bool IsAppended, HistoryHead Head);
