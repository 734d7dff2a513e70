using AstRegistry.Locking;
using AstRegistry.Tool.Locks;

namespace AstRegistry.Tool.Output;

/// <summary>
/// What a run on a lock came to, for a build: lines in MSBuild's canonical form for what has a place, and one result, which the build's own task
/// turns into the error that ends it.
/// </summary>
internal static class BuildReport
{
    private const int Named = 5;
    private const int Located = 20;

    /// <summary>The lock is not in step.</summary>
    private const string Drift = "ASTR6001";

    /// <summary>The lock cannot be read as a whole.</summary>
    private const string Fault = "ASTR6002";

    /// <summary>A declaration is back of which the id is retired.</summary>
    private const string Return = "ASTR6003";

    /// <summary>The lock could not be looked after.</summary>
    private const string Failure = "ASTR6004";

    /// <summary>A rename may have been missed: it is likely and was not recorded, or nothing is known from which renames could be told.</summary>
    private const string MissedRename = "ASTR6005";

    /// <summary>Writes lines, and the result into a file where the build is to fail. The exit code.</summary>
    public static int Write(Terminal terminal, LockOutcome outcome, string resultPath)
    {
        var path = outcome.Project.LockPath;
        foreach (var fault in outcome.Faults.Take(Located)) terminal.WriteLine($"{path}({fault.Line},{fault.Column}): error {Fault}: {fault.Message}");
        if (outcome.Status == LockStatus.Drifted) WriteReturned(terminal, outcome);
        foreach (var proposal in outcome.Proposals.Take(Named))
        {
            terminal.WriteLine(
                $"{path}: warning {MissedRename}: {Words.Of(proposal.From, proposal.To)} looks like a rename ({proposal.Evidence}). To keep the id: 'astregistry lock --update --accept \"{proposal.From.Key}={proposal.To.Key}\" {outcome.Project.ProjectPath}', on the lock file as it was.");
        }

        if (outcome.Proposals.Count > Named) terminal.WriteLine($"{path}: warning {MissedRename}: {outcome.Proposals.Count - Named} more look like renames; 'astregistry lock {outcome.Project.ProjectPath}' lists them.");
        if (outcome.Baseline is { Declarations: null } nothing) terminal.WriteLine($"{path}: warning {MissedRename}: {nothing.Remark} What has another name has another id.");
        if (outcome.Status is LockStatus.InStep or LockStatus.Unparsed) return ExitCode.Fine;
        if (outcome.Status == LockStatus.Updated)
        {
            terminal.WriteLine($"{path} was brought in step: {Words.Count(outcome.Changes)}.");
            return ExitCode.Fine;
        }

        var code = outcome.Status == LockStatus.Faulty ? Fault : Drift;
        WriteResult(resultPath, code, path, $"{Summary(outcome)} {LockReport.WayOut(outcome)}".TrimEnd());
        return ExitCode.Findings;
    }

    /// <summary>Leaves word of a failure. The exit code.</summary>
    public static int WriteFailure(ToolException failure, string projectPath, string resultPath)
    {
        WriteResult(resultPath, Failure, projectPath, failure.Message);
        return failure.ExitCode;
    }

    private static void WriteReturned(Terminal terminal, LockOutcome outcome)
    {
        if (outcome.Returned.Count == 0) return;
        var lines = File.ReadAllLines(outcome.Project.LockPath);
        foreach (var record in outcome.Returned)
        {
            var line = 1 + Array.FindIndex(lines, line => line.StartsWith($"{record.Id:x16}", StringComparison.Ordinal));
            terminal.WriteLine(
                $"{outcome.Project.LockPath}({line},1): error {Return}: The id of {record.Key} is retired, and the declaration is back. It needs a new id, which an update gives it.");
        }
    }

    private static string Summary(LockOutcome outcome) => outcome.Status switch
    {
        LockStatus.Faulty => $"The lock file cannot be trusted; faults: {outcome.Faults.Count}.",
        LockStatus.Missing => "There is no lock file.",
        _ => $"The lock file is not in step with the sources: {Words.Count(outcome.Changes)}: {Names(outcome.Changes)}.",
    };

    private static string Names(IReadOnlyList<LockChange> changes)
    {
        var own = changes.Where(static change => !change.IsInherited).OrderBy(static change => Words.Rank(change.Kind)).ToList();
        var named = string.Join("; ", own.Take(Named).Select(static change => $"{Words.Of(change.Kind)} {Words.Of(change)}"));
        return own.Count > Named ? $"{named}; and {own.Count - Named} more" : named;
    }

    // A bar separates the parts, and no path or message needs one.
    private static void WriteResult(string path, string code, string file, string text) =>
        File.WriteAllText(path, string.Join('|', new[] { code, file, text }.Select(static part => part.Replace('|', '/').ReplaceLineEndings(" "))));
}
