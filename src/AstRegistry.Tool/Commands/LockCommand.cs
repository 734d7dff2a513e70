using System.CommandLine;
using AstRegistry.Tool.Locks;
using AstRegistry.Tool.Output;
using AstRegistry.Tool.Projects;

namespace AstRegistry.Tool.Commands;

/// <summary><c>astregistry lock</c>: tells whether locks are in step, brings them in step, settles their conflicts.</summary>
internal static class LockCommand
{
    public static Command Create(Terminal terminal)
    {
        var path = CommonOptions.Path("The project, or a folder: then all projects below it that have a lock file, or the only project in it.");
        var check = new Option<bool>("--check") { Description = "Tell whether the lock file is in step with the sources. The default." };
        var update = new Option<bool>("--update") { Description = "Bring the lock file in step." };
        var resolve = new Option<bool>("--resolve") { Description = "Settle the conflicts that a merge left in the lock file." };
        var since = new Option<string?>("--since") { Description = "Tell renames from the sources of this git revision, and not from the last build in step.", HelpName = "revision" };
        var accept = new Option<string[]>("--accept") { Description = "Confirm a rename, 'old key=new key'. May be repeated.", HelpName = "old=new" };
        var acceptProposals = new Option<bool>("--accept-proposals") { Description = "Confirm all likely renames." };
        var sparse = new Option<bool>("--sparse") { Description = "Keep only records that say more than a plain hash: renamed, salted and retired ones." };
        var format = CommonOptions.Format();

        var command = new Command("lock", "Checks lock files, brings them in step, or settles their conflicts.") { path, check, update, resolve, since, accept, acceptProposals, sparse, format };
        command.Validators.Add(result =>
        {
            if (new[] { check, update, resolve }.Count(option => result.GetValue(option)) > 1) result.AddError("--check, --update and --resolve exclude each other.");
            if (result.GetValue(resolve) && (result.GetValue(since) is not null || result.GetValue(accept) is { Length: > 0 } || result.GetValue(acceptProposals)))
                result.AddError("--since, --accept and --accept-proposals mean nothing to --resolve.");
            foreach (var rename in result.GetValue(accept) ?? [])
            {
                if (rename.Split('=') is not [{ Length: > 0 }, { Length: > 0 }]) result.AddError($"--accept: '{rename}' is not of the form 'old key=new key'.");
            }
        });
        command.SetAction((arguments, cancellation) =>
        {
            var options = new LockRunOptions(arguments.GetValue(update) ? LockMode.Update : LockMode.Check)
            {
                Since = arguments.GetValue(since),
                Accepted = [.. (arguments.GetValue(accept) ?? []).Select(static rename => (rename.Split('=')[0], rename.Split('=')[1]))],
                AcceptsProposals = arguments.GetValue(acceptProposals),
            };
            var projects = ProjectFinder.Find(arguments.GetRequiredValue(path));
            var isJson = arguments.GetValue(format) == OutputFormat.Json;
            return arguments.GetValue(resolve)
                ? ResolveAsync(projects, terminal, isJson, cancellation)
                : RunAsync(projects, options, arguments.GetValue(sparse), terminal, isJson, cancellation);
        });
        return command;
    }

    private static async Task<int> RunAsync(
        IReadOnlyList<string> projects, LockRunOptions options, bool isSparse, Terminal terminal, bool isJson, CancellationToken cancellation)
    {
        var outcomes = new List<LockOutcome>();
        foreach (var path in projects)
        {
            LockOutcome outcome;
            using (terminal.Progress($"{outcomes.Count + 1}/{projects.Count} {path}"))
            {
                var project = await ProjectEvaluation.DescribeAsync(path, cancellation).ConfigureAwait(false);
                outcome = await new LockRun(project with { IsSparse = project.IsSparse || isSparse }, options).RunAsync(cancellation).ConfigureAwait(false);
            }

            outcomes.Add(outcome);
            if (!isJson) LockReport.Write(terminal, outcome);
        }

        if (isJson) JsonReport.Write(terminal, outcomes.Select(JsonReport.Of));
        return outcomes.Exists(static outcome => outcome.HasFindings) ? ExitCode.Findings : ExitCode.Fine;
    }

    private static async Task<int> ResolveAsync(IReadOnlyList<string> projects, Terminal terminal, bool isJson, CancellationToken cancellation)
    {
        var results = new List<JsonProject>();
        var isClean = true;
        foreach (var project in projects)
        {
            var path = await LockResolution.FindAsync(project, cancellation).ConfigureAwait(false);
            var result = LockResolution.Run(path);
            isClean &= result.IsClean;
            results.Add(JsonReport.Of(project, path, result));
            if (!isJson) MergeReport.Write(terminal.Output, path, result);
        }

        if (isJson) JsonReport.Write(terminal, results);
        return isClean ? ExitCode.Fine : ExitCode.Findings;
    }
}
