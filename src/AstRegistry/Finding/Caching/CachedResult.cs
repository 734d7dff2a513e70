namespace AstRegistry.Finding;

/// <summary>An answer, with what it was read from. Tokens stand for tables without holding them in memory.</summary>
internal sealed class CachedResult(FinderResult result, object tableToken, object? namesToken)
{
    private object _tableToken = tableToken;

    public FinderResult Result => result;

    /// <summary>Whether the answer was read from a table, or holds of it all the same.</summary>
    public bool IsOf(object token) => ReferenceEquals(Volatile.Read(ref _tableToken), token);

    /// <summary>Whether the answer was read from the names of one namespace, which another table may share.</summary>
    public bool IsOfNames(object? token) => ReferenceEquals(namesToken, token);

    /// <summary>Takes note that the answer holds of a table as well.</summary>
    public void HoldsOf(object token) => Volatile.Write(ref _tableToken, token);
}
