using System.Diagnostics;
using Npgsql;

namespace AstRegistry;

/// <summary>Where and how a <see cref="PostgreSqlHistory"/> keeps versions.</summary>
[DebuggerDisplay("{Schema,nq}")]
public sealed class PostgreSqlHistoryOptions
{
    /// <summary>How to reach the database, as Npgsql understands it. Either this or <see cref="DataSource"/> is set.</summary>
    public string? ConnectionString { get; set; }

    /// <summary>
    /// Connections that the caller set up, and disposes of after the history; for certificates, rotating passwords and the like. A slim one
    /// has to have arrays enabled.
    /// </summary>
    public NpgsqlDataSource? DataSource { get; set; }

    /// <summary>
    /// The schema that the tables stand in: <c>astregistry</c> unless set. It is created if there is none, and then the role needs the right to. At most
    /// 63 bytes in UTF-8.
    /// </summary>
    public string Schema { get; set; } = "astregistry";

    /// <summary>How often a watch looks whether the head moved; a second unless set. What it finds is the truth, the doorbell only makes it look sooner.</summary>
    public TimeSpan PollingInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>
    /// Whether changes are announced to the watches of other processes by NOTIFY, and theirs heard by LISTEN, which takes a connection while anybody watches.
    /// To be switched off behind a pooler that does not keep sessions.
    /// </summary>
    public bool UseDoorbell { get; set; } = true;

    /// <summary>The clock for polling and retrying.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>How often failures that pass are tried again.</summary>
    public PostgreSqlRetry Retry { get; set; } = new();
}
