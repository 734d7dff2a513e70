using System.Diagnostics;

namespace AstRegistry.FieldStudy.Sources;

/// <summary>Runs the .NET command line.</summary>
internal static class CommandLine
{
    /// <summary>Everything the command wrote to its output, and its exit code.</summary>
    public static (string Output, int ExitCode) Dotnet(string directory, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, WorkingDirectory = directory };
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        using var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (output, process.ExitCode);
    }
}
