using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace AstRegistry.Tool.Projects;

/// <summary>What another program wrote, and how it ended.</summary>
internal sealed record ProcessResult(int ExitCode, byte[] Output, string Error)
{
    /// <summary>The output as text.</summary>
    public string Text => Encoding.UTF8.GetString(Output);
}

/// <summary>Runs other programs to their end.</summary>
internal static class Processes
{
    /// <summary>Runs a program; null where there is no such program.</summary>
    /// <param name="program">Its name.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="folder">Where it runs.</param>
    /// <param name="input">What it reads.</param>
    /// <param name="cancellation">Ends it together with all that it started.</param>
    public static async Task<ProcessResult?> RunAsync(
        string program, IEnumerable<string> arguments, string folder, ReadOnlyMemory<byte> input, CancellationToken cancellation)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardErrorEncoding = Encoding.UTF8,
        };
        using var process = TryStart(start);
        if (process is null) return null;
        try
        {
            using var output = new MemoryStream();
            var error = process.StandardError.ReadToEndAsync(cancellation);
            await Task.WhenAll(
                WriteAsync(process, input, cancellation), process.StandardOutput.BaseStream.CopyToAsync(output, cancellation), error).ConfigureAwait(false);
            await process.WaitForExitAsync(cancellation).ConfigureAwait(false);
            return new(process.ExitCode, output.ToArray(), await error.ConfigureAwait(false));
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }
    }

    private static Process? TryStart(ProcessStartInfo start)
    {
        try
        {
            return Process.Start(start);
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private static async Task WriteAsync(Process process, ReadOnlyMemory<byte> input, CancellationToken cancellation)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(input, cancellation).ConfigureAwait(false);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // The program ended before it read everything; its exit code tells why.
        }
    }
}
