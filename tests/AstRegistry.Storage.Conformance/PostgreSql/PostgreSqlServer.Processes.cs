using System.Diagnostics;

namespace AstRegistry.Storage.Conformance.PostgreSql;

internal sealed partial class PostgreSqlServer
{
    /// <summary>
    /// Runs the server, says so when it ends, and reads a word. If there comes none because the reader's other end is gone, the test process has
    /// died: then the server and its folder go too.
    /// </summary>
    private const string Keeper = """
        exec 2> /dev/null
        folder=$1
        shift
        ( "$@" >> "$folder/log" 2>&1 < /dev/null & echo $! > "$folder/pid"; wait $!; rm -f "$folder/pid"; echo ended ) < /dev/null &
        read -r word || word=gone
        if server=$(cat "$folder/pid"); then kill -QUIT "$server"; fi
        wait
        if [ "$word" = gone ]; then rm -rf "$folder"; fi
        """;

    /// <summary>The user that the server runs as where the tests run as root, which it refuses.</summary>
    private static string ServerUser => "postgres";

    private Process StartKeeper()
    {
        var (program, arguments) = AsServerUser("sh", ["-c", Keeper, "keeper", _folder, Path.Combine(PostgreSqlBinaries.Folder!, "postgres"), "-D", DataFolder]);
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true, WorkingDirectory = Path.GetTempPath() };
        return Process.Start(start)!;
    }

    private async Task DismissKeeperAsync(CancellationToken cancellationToken)
    {
        var keeper = _keeper!;
        _keeper = null;
        try
        {
            await keeper.StandardInput.WriteLineAsync("keep".AsMemory(), cancellationToken);
            await keeper.StandardInput.FlushAsync(cancellationToken);
        }
        catch (IOException)
        {
            // It has ended already.
        }

        await keeper.WaitForExitAsync(cancellationToken);
        keeper.Dispose();
    }

    private static Task RunAsync(string program, string[] arguments, CancellationToken cancellationToken)
    {
        var (actual, all) = AsServerUser(Path.Combine(PostgreSqlBinaries.Folder!, program), arguments);
        return RunPlainAsync(actual, all, cancellationToken);
    }

    private static (string Program, string[] Arguments) AsServerUser(string program, string[] arguments) =>
        Environment.IsPrivilegedProcess && !OperatingSystem.IsWindows() ? ("runuser", ["-u", ServerUser, "--", program, .. arguments]) : (program, arguments);

    private static async Task RunPlainAsync(string program, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetTempPath() };
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(cancellationToken), process.StandardError.ReadToEndAsync(cancellationToken));
        await process.WaitForExitAsync(cancellationToken);
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} ended with {process.ExitCode}:\n{await output}{await error}");
    }
}
