namespace AstRegistry;

/// <summary>Something wrong in a history.</summary>
/// <param name="Revision">The version or checkpoint that it concerns.</param>
/// <param name="Fault">What kind of fault it is.</param>
/// <param name="Message">What is wrong.</param>
public sealed record HistoryFinding(long Revision, HistoryFault Fault, string Message)
{
    /// <summary>The message.</summary>
    public override string ToString() => Message;
}
