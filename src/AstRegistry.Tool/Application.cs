using System.CommandLine;
using System.CommandLine.Invocation;
using AstRegistry.Tool.Commands;
using AstRegistry.Tool.Output;

namespace AstRegistry.Tool;

/// <summary>The command line: what commands there are, and how their ends become exit codes.</summary>
internal static class Application
{
    private const string Description = """
        Keeps, checks, merges and compares the lock files in which AstRegistry records the ids of a project's types and members.

        Exit codes: 0 all is well, 1 something was found, 2 the command line was not understood, 3 a file, a project, git or the SDK is missing or refuses.
        """;

    /// <summary>Runs a command line to its end. The exit code.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<string> arguments, Terminal terminal, CancellationToken cancellation = default)
    {
        var root = new RootCommand(Description)
        {
            LockCommand.Create(terminal),
            InitCommand.Create(terminal),
            DiffCommand.Create(terminal),
            MergeCommand.Create(terminal),
            BuildCommand.Create(terminal),
        };
        var parsed = root.Parse(arguments, new() { ResponseFileTokenReplacer = null });
        if (parsed is { Action: ParseErrorAction, Errors: var errors })
        {
            foreach (var error in errors) terminal.WriteError(error.Message);
            terminal.WriteError($"'astregistry{CommandName(parsed)} --help' lists what there is.");
            return ExitCode.Usage;
        }

        try
        {
            InvocationConfiguration streams = new() { Output = terminal.Output, Error = terminal.Error, EnableDefaultExceptionHandler = false };
            return await parsed.InvokeAsync(streams, cancellation).ConfigureAwait(false);
        }
        catch (ToolException failure)
        {
            terminal.WriteError(failure.Message);
            return failure.ExitCode;
        }
        catch (OperationCanceledException)
        {
            terminal.WriteError("Cancelled; nothing was changed.");
            return ExitCode.Environment;
        }
        catch (Exception bug)
        {
            terminal.WriteError($"The tool failed, which is a fault of its own; nothing was changed. {bug}");
            return ExitCode.Environment;
        }
    }

    private static string CommandName(ParseResult parsed) => parsed.CommandResult.Command is RootCommand ? "" : " " + parsed.CommandResult.Command.Name;
}
