using System.CommandLine;
using AstRegistry.Locking;
using AstRegistry.Tool.Git;
using AstRegistry.Tool.Locks;
using AstRegistry.Tool.Output;

namespace AstRegistry.Tool.Commands;

/// <summary><c>astregistry merge</c>: git's merge driver for lock files, which merges record by record.</summary>
internal static class MergeCommand
{
    public static Command Create(Terminal terminal)
    {
        var ancestor = new Argument<string>("ancestor") { Description = "The common ancestor, %O." };
        var ours = new Argument<string>("ours") { Description = "Our version, %A, which becomes the result." };
        var theirs = new Argument<string>("theirs") { Description = "Their version, %B." };
        var path = new Argument<string?>("path") { Description = "The path in the repository, %P, for messages.", Arity = ArgumentArity.ZeroOrOne };
        var markerSize = new Option<int>("--marker-size")
        {
            Description = "How many characters a conflict marker has, %L.",
            DefaultValueFactory = static _ => LockMergeLabels.DefaultMarkerSize,
            HelpName = "number",
        };
        var command = new Command("merge", "Merges lock files record by record. Meant to be called by git; 'astregistry init' tells how.") { ancestor, ours, theirs, path, markerSize };
        command.SetAction((arguments, cancellation) =>
        {
            var (ourPath, size) = (arguments.GetRequiredValue(ours), Math.Max(LockMergeLabels.DefaultMarkerSize, arguments.GetValue(markerSize)));
            return RunAsync(
                arguments.GetRequiredValue(ancestor), ourPath, arguments.GetRequiredValue(theirs), arguments.GetValue(path) ?? ourPath, size, terminal, cancellation);
        });
        return command;
    }

    private static async Task<int> RunAsync(string ancestor, string ours, string theirs, string name, int markerSize, Terminal terminal, CancellationToken cancellation)
    {
        var result = LockMerge.Merge(Read(ancestor), Read(ours), Read(theirs), new() { MarkerSize = markerSize });
        if (result.Text is { } text)
        {
            LockStore.Write(ours, text);
            if (result.IsClean) return ExitCode.Fine;
            MergeReport.Write(terminal.Error, name, result);
            return ExitCode.Findings;
        }

        // A version that cannot be trusted is merged as any text is, so that nothing of either is lost.
        MergeReport.Write(terminal.Error, name, result);
        terminal.WriteError($"{name} was merged line by line, because one version of it is faulty. Correct it, then run 'astregistry lock --check'.");
        if (await GitRepository.MergeLinesAsync(ancestor, ours, theirs, markerSize, cancellation).ConfigureAwait(false) is { } lines) AtomicFile.Write(ours, lines);
        return ExitCode.Findings;
    }

    private static LockFile Read(string path) =>
        LockFile.Parse(LockStore.Read(path) ?? throw new ToolException($"'{path}' does not exist.", ExitCode.Usage));
}
