using System.CommandLine;
using AstRegistry.Locking;
using AstRegistry.Tool.Git;
using AstRegistry.Tool.Locks;
using AstRegistry.Tool.Output;

namespace AstRegistry.Tool.Commands;

/// <summary><c>astregistry diff</c>: what became of ids from one lock file to another.</summary>
internal static class DiffCommand
{
    public static Command Create(Terminal terminal)
    {
        var old = new Argument<string>("old") { Description = "A file, or '<revision>:<path>'." };
        var @new = new Argument<string>("new") { Description = "A file, or '<revision>:<path>'." };
        var format = CommonOptions.Format();
        var command = new Command("diff", "Tells what was added, renamed, moved and retired between two lock files, sorted by name.") { old, @new, format };
        command.SetAction(async (arguments, cancellation) =>
        {
            var before = await ReadAsync(arguments.GetRequiredValue(old), cancellation).ConfigureAwait(false);
            var after = await ReadAsync(arguments.GetRequiredValue(@new), cancellation).ConfigureAwait(false);
            var difference = LockDiff.Between(before, after);
            if (arguments.GetValue(format) == OutputFormat.Json) JsonReport.Write(terminal, difference);
            else LockReport.WriteChanges(terminal, difference.Changes);
            return difference.IsEmpty ? ExitCode.Fine : ExitCode.Findings;
        });
        return command;
    }

    private static async Task<LockFile> ReadAsync(string name, CancellationToken cancellation)
    {
        var text = LockStore.Read(name) ?? LockStore.Decode(await ShowAsync(name, cancellation).ConfigureAwait(false), name);
        var file = LockFile.Parse(text);
        return file.IsFaulty
            ? throw new ToolException(string.Join('\n', file.Faults.Select(fault => $"{name}({fault.Line},{fault.Column}): {fault.Message}")))
            : file;
    }

    private static async Task<byte[]> ShowAsync(string name, CancellationToken cancellation)
    {
        var colon = name.IndexOf(':', StringComparison.Ordinal);
        if (colon < 1) throw new ToolException($"'{name}' does not exist.", ExitCode.Usage);

        // git means a path from the root of the repository; people also mean one from where they stand.
        string[] names = [name, $"{name[..colon]}:./{name[(colon + 1)..]}"];
        var error = "";
        foreach (var candidate in names)
        {
            (var content, error) = await GitRepository.ShowAsync(Environment.CurrentDirectory, candidate, cancellation).ConfigureAwait(false);
            if (content is not null) return content;
        }

        throw new ToolException($"'{name}' is neither a file nor in the git repository: {error}", ExitCode.Usage);
    }
}
