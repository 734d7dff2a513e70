using System.Data.Common;
using System.Net.Sockets;
using Npgsql;

namespace AstRegistry.PostgreSql;

/// <summary>What a failure of the driver or the server means.</summary>
internal static class Failures
{
    /// <summary>Whether the failure is of the storage, and not a mistake in this program.</summary>
    public static bool IsOfStorage(Exception failure) => failure is DbException or IOException or SocketException or TimeoutException;

    /// <summary>Whether the statement met another one, was undone as a whole, and may do better the next time.</summary>
    public static bool IsCollision(Exception failure) =>
        failure is PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.LockNotAvailable };

    /// <summary>Whether the server could not be reached or went away, and may come back.</summary>
    public static bool IsAway(Exception failure) => failure switch
    {
        PostgresException answer => IsAway(answer.SqlState),
        NpgsqlException { IsTransient: true } => true,
        NpgsqlException { InnerException: { } inner } => IsAway(inner),
        IOException or SocketException or TimeoutException => true,
        _ => false,
    };

    /// <summary>
    /// Whether a statement that failed this way has certainly had no effect. An error that ends the connection may come after the commit:
    /// only one that leaves it open is the server's word that everything was undone.
    /// </summary>
    public static bool IsUndone(Exception failure) =>
        failure is PostgresException { SqlState: not PostgresErrorCodes.StatementCompletionUnknown } answer && !IsAway(answer.SqlState) && answer.InvariantSeverity == "ERROR";

    /// <summary>Class 08 is about connections; 57P01 to 57P03 are about servers that go down or come up; 53300 says that all connections are taken.</summary>
    private static bool IsAway(string state) => state.StartsWith("08", StringComparison.Ordinal)
        || state is PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.TooManyConnections;

    /// <summary>The exception that callers get.</summary>
    /// <param name="failure">What the driver threw.</param>
    /// <param name="task">What was being done, to be read after "could not".</param>
    /// <param name="place">The history and where it is.</param>
    public static HistoryException Translate(Exception failure, string task, string place)
    {
        var (fault, wayOut) = failure is PostgresException answer ? Meaning(answer) : (HistoryFault.Unavailable, "Start the server, or correct the connection string");
        return new(fault, $"{place} could not {task}: {failure.Message} {wayOut}.", failure);
    }

    private static (HistoryFault Fault, string WayOut) Meaning(PostgresException answer) => answer.SqlState switch
    {
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification =>
            (HistoryFault.Unavailable, "Correct user and password in the connection string, or let the user in by pg_hba.conf"),
        PostgresErrorCodes.InvalidCatalogName => (HistoryFault.Unavailable, "Create the database, or name another one in the connection string"),
        PostgresErrorCodes.InsufficientPrivilege =>
            (HistoryFault.ReadOnly, "Grant the role USAGE on the schema and SELECT, INSERT, UPDATE, DELETE on its tables; to create them it needs CREATE on the database"),
        PostgresErrorCodes.ReadOnlySqlTransaction =>
            (HistoryFault.ReadOnly, "Connect to the primary server, and to a database whose default_transaction_read_only is off"),
        PostgresErrorCodes.DiskFull => (HistoryFault.Full, "Make room on the disk of the server; nothing was changed, and the same call will work then"),
        PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.InvalidSchemaName or PostgresErrorCodes.UndefinedColumn or PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted =>
            (HistoryFault.Corrupt, "Something changed or damaged the tables; restore them from a backup"),
        PostgresErrorCodes.TooManyConnections => (HistoryFault.Unavailable, "Lower the pool size of the clients, or raise max_connections of the server"),
        PostgresErrorCodes.QueryCanceled => (HistoryFault.Unavailable, "The server has a statement_timeout, or somebody cancelled the statement; try again or raise it"),
        PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected or PostgresErrorCodes.LockNotAvailable =>
            (HistoryFault.Unavailable, "Others were faster again and again; nothing was changed, try again"),
        _ => (HistoryFault.Unavailable, "The server's log says more"),
    };
}
