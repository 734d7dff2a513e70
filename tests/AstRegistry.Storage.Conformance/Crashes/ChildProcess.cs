using System.Diagnostics;
using System.Runtime.InteropServices;
using AstRegistry.Storage.Crash;

namespace AstRegistry.Storage.Conformance.Crashes;

/// <summary>A process that commits to a registry, and is killed.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly Task<string> _errors;

    private ChildProcess(Process process)
    {
        _process = process;
        _errors = process.StandardError.ReadToEndAsync();
    }

    public ChildLog Log { get; } = new();

    public static ChildProcess Start(ChildOptions options)
    {
        var start = new ProcessStartInfo(Dotnet) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add(typeof(ChildOptions).Assembly.Location);
        foreach (var argument in options.ToArguments()) start.ArgumentList.Add(argument);
        return new(Process.Start(start)!);
    }

    /// <summary>Reads until a line comes.</summary>
    /// <exception cref="InvalidOperationException">The child ended by itself, or says nothing any more.</exception>
    public Task ReadUntilAsync(string verb, CancellationToken cancellationToken) => ReadUntilAsync((line, _) => line.StartsWith(verb, StringComparison.Ordinal), cancellationToken);

    /// <summary>Reads until so many more things are acknowledged.</summary>
    /// <exception cref="InvalidOperationException">The child ended by itself, or says nothing any more.</exception>
    public Task ReadAcknowledgedAsync(int count, CancellationToken cancellationToken)
    {
        var enough = Log.Acknowledged + count;
        return count == 0 ? Task.CompletedTask : ReadUntilAsync((_, log) => log.Acknowledged >= enough, cancellationToken);
    }

    /// <summary>Kills it (SIGKILL), and reads what it had said until then.</summary>
    public async Task KillAsync(CancellationToken cancellationToken)
    {
        _process.Kill();
        while (await _process.StandardOutput.ReadLineAsync(cancellationToken) is { } line) Log.Add(line);
        await _process.WaitForExitAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static string Dotnet => Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", OperatingSystem.IsWindows() ? "dotnet.exe" : "dotnet"));

    private async Task ReadUntilAsync(Func<string, ChildLog, bool> isIt, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            while (await _process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
            {
                Log.Add(line);
                if (isIt(line, Log)) return;
            }
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new InvalidOperationException($"The child said nothing of what was expected for {Patience}.");
        }

        throw new InvalidOperationException($"The child ended by itself: {await _errors}");
    }
}
