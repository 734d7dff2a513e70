namespace AstRegistry.Sqlite;

/// <summary>SQLite answered with an error. Stays within the backend, which tells callers with a <see cref="HistoryException"/>.</summary>
internal sealed class EngineException(int code, string message) : Exception(message)
{
    /// <summary>The extended result code of SQLite.</summary>
    public int Code { get; } = code;

    /// <summary>The result code without its details.</summary>
    public int PrimaryCode => Code & 0xFF;
}
