using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Npgsql;

namespace AstRegistry.Storage.Conformance.PostgreSql;

/// <summary>
/// A server of a test's own: a loopback port, a data folder that goes with it, and everything synced as in earnest. It can be stopped, killed and
/// started again. Should the test process die, a keeper beside the server ends it and removes its folder.
/// </summary>
/// <remarks>Refers to no test framework, so that benchmarks and child processes can use it too.</remarks>
internal sealed partial class PostgreSqlServer : IAsyncDisposable
{
    /// <summary>The role that may do everything; it needs no password.</summary>
    public const string Owner = "postgres";

    /// <summary>A role that needs the password <see cref="GuardedPassword"/> and owns nothing.</summary>
    public const string Guarded = "guarded";

    public const string GuardedPassword = "open sesame";

    private readonly string _folder;
    private Process? _keeper;
    private int _databases;

    private PostgreSqlServer(string folder, int port) => (_folder, Port) = (folder, port);

    public int Port { get; }

    /// <summary>Whether this machine has the programs.</summary>
    public static bool IsAvailable => PostgreSqlBinaries.Folder is not null;

    private string DataFolder => Path.Combine(_folder, "data");

    private string LogFile => Path.Combine(_folder, "log");

    /// <summary>Makes a data folder and starts a server on it.</summary>
    /// <exception cref="InvalidOperationException">There are no programs, or the server does not start; the message has its log.</exception>
    public static async Task<PostgreSqlServer> StartNewAsync(CancellationToken cancellationToken = default)
    {
        if (!IsAvailable) throw new InvalidOperationException(PostgreSqlBinaries.Missing);
        var server = new PostgreSqlServer(Directory.CreateTempSubdirectory("astregistry-pg-").FullName, FreePort());
        try
        {
            await server.InitializeAsync(cancellationToken);
            await server.StartAsync(cancellationToken);
            await server.ExecuteAsync($"CREATE ROLE {Guarded} LOGIN PASSWORD '{GuardedPassword}'", cancellationToken: cancellationToken);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>How to reach a database.</summary>
    /// <param name="database">The database.</param>
    /// <param name="port">The port of a proxy before the server; its own if not given.</param>
    /// <param name="more">Further settings of the connection string.</param>
    public string ConnectionString(string database = "postgres", int? port = null, string more = "") =>
        string.Create(CultureInfo.InvariantCulture, $"Host=127.0.0.1;Port={port ?? Port};Username={Owner};Database={database};SSL Mode=Disable;GSS Encryption Mode=Disable;{more}");

    /// <summary>Makes an empty database and gives its name.</summary>
    public async Task<string> CreateDatabaseAsync(CancellationToken cancellationToken = default)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"db{Interlocked.Increment(ref _databases)}");
        await ExecuteAsync($"CREATE DATABASE {name}", cancellationToken: cancellationToken);
        return name;
    }

    /// <summary>Runs a statement on a connection of its own.</summary>
    public async Task<object?> ExecuteAsync(string sql, string database = "postgres", CancellationToken cancellationToken = default)
    {
        await using var connection = new NpgsqlConnection(ConnectionString(database, more: "Pooling=false"));
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(cancellationToken);
    }

    /// <summary>Starts a server that was stopped or killed, and waits until it takes connections.</summary>
    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            _keeper = StartKeeper();
            if (await IsUpAsync(_keeper, cancellationToken)) return;
            await DismissKeeperAsync(cancellationToken);
            // After a kill, processes of the old server may hold its memory for a moment.
            if (Stopwatch.GetElapsedTime(started) > TimeSpan.FromSeconds(60)) throw new InvalidOperationException("The server does not start:\n" + ReadLog());
            await Task.Delay(100, cancellationToken);
        }
    }

    /// <summary>Stops the server: it ends the sessions and writes everything to disk.</summary>
    public async Task StopAsync(CancellationToken cancellationToken = default)
    {
        await RunAsync("pg_ctl", ["stop", "-D", DataFolder, "-m", "fast", "-w", "-t", "60"], cancellationToken);
        await DismissKeeperAsync(cancellationToken);
    }

    /// <summary>Kills all processes of the server at once, as a loss of power would.</summary>
    public async Task KillAsync(CancellationToken cancellationToken = default)
    {
        var main = int.Parse(File.ReadLines(Path.Combine(DataFolder, "postmaster.pid")).First(), CultureInfo.InvariantCulture);
        int[] all = [main, .. ProcessTree.ChildrenOf(main)];
        foreach (var process in all) ProcessTree.Kill(process);
        await DismissKeeperAsync(cancellationToken);
    }

    /// <summary>Stops the server and starts it again.</summary>
    public async Task RestartAsync(CancellationToken cancellationToken = default)
    {
        await StopAsync(cancellationToken);
        await StartAsync(cancellationToken);
    }

    /// <summary>What the server wrote to its log.</summary>
    public string ReadLog() => File.Exists(LogFile) ? File.ReadAllText(LogFile) : "";

    public async ValueTask DisposeAsync()
    {
        if (_keeper is not null) await DismissKeeperAsync(CancellationToken.None);
        if (Directory.Exists(_folder)) Directory.Delete(_folder, true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private async Task<bool> IsUpAsync(Process keeper, CancellationToken cancellationToken)
    {
        var ended = keeper.StandardOutput.ReadLineAsync(CancellationToken.None).AsTask();
        while (!ended.IsCompleted)
        {
            try
            {
                await ExecuteAsync("SELECT 1", cancellationToken: cancellationToken);
                return true;
            }
            catch (Exception exception) when (exception is NpgsqlException or IOException or SocketException or TimeoutException)
            {
                await Task.Delay(30, cancellationToken);
            }
        }

        return false;
    }

    private async Task InitializeAsync(CancellationToken cancellationToken)
    {
        if (Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows()) await RunPlainAsync("chown", [ServerUser, _folder], cancellationToken);
        await RunAsync("initdb", ["-D", DataFolder, "-U", Owner, "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-instructions"], cancellationToken);
        var rules = $"host all {Guarded} 127.0.0.1/32 scram-sha-256\nhost all all 127.0.0.1/32 trust\n";
        await File.WriteAllTextAsync(Path.Combine(DataFolder, "pg_hba.conf"), rules, cancellationToken);
        await File.AppendAllTextAsync(Path.Combine(DataFolder, "postgresql.conf"), Settings().ToString(), cancellationToken);
    }

    private StringBuilder Settings() => new StringBuilder()
        .AppendLine(CultureInfo.InvariantCulture, $"port = {Port}")
        .AppendLine("listen_addresses = '127.0.0.1'")
        .AppendLine("unix_socket_directories = ''")
        .AppendLine("fsync = on")
        .AppendLine("max_connections = 600")
        .AppendLine("shared_buffers = 32MB");
}
