using AstRegistry.Locking;
using AstRegistry.Tool.Locks;

namespace AstRegistry.Tool.Output;

/// <summary>What a run on a lock came to, for people.</summary>
internal static class LockReport
{
    /// <summary>Writes it down, a headline first.</summary>
    public static void Write(Terminal terminal, LockOutcome outcome)
    {
        terminal.WriteLine(Headline(outcome), outcome.HasFindings ? Colour.Red : Colour.Green);
        foreach (var fault in outcome.Faults) terminal.WriteLine($"{outcome.Project.LockPath}({fault.Line},{fault.Column}): {fault.Message}");
        WriteChanges(terminal, outcome.Changes);
        foreach (var record in outcome.Returned) terminal.WriteLine($"  {record.Key} is back; its id {record.Id:x16} stays retired, and it has a new one.");
        if (outcome.Proposals.Count > 0)
        {
            terminal.WriteLine("Likely renames, to be confirmed with --accept-proposals or one by one:");
            foreach (var proposal in outcome.Proposals) terminal.WriteLine($"  --accept '{proposal.From.Key}={proposal.To.Key}'  {proposal.Evidence}", Colour.Yellow);
        }

        if (outcome.Changes.Any(static change => change.Kind == LockChangeKind.Retired) && outcome.Baseline is { } baseline) terminal.WriteLine(baseline.Remark);
        if (WayOut(outcome) is { Length: > 0 } wayOut) terminal.WriteLine(wayOut);
    }

    /// <summary>Writes a line for each change that has not merely come along with its container's.</summary>
    public static void WriteChanges(Terminal terminal, IReadOnlyList<LockChange> changes)
    {
        foreach (var change in changes.Where(static change => !change.IsInherited)) terminal.WriteLine($"  {Words.Of(change.Kind),-10} {Words.Of(change)}", Words.ColourOf(change.Kind));
        var inherited = changes.Count(static change => change.IsInherited);
        if (inherited > 0) terminal.WriteLine($"  and {inherited} that came along with their types");
    }

    /// <summary>What to do about it; empty where nothing is to be done.</summary>
    public static string WayOut(LockOutcome outcome) => outcome.Status switch
    {
        LockStatus.Drifted or LockStatus.Missing =>
            $"To bring it in step: 'dotnet build -p:AstRegistryLock=update', or 'astregistry lock --update {outcome.Project.ProjectPath}'. Commit the file.",
        LockStatus.Faulty when outcome.Faults.Any(static fault => fault.Kind == LockFaultKind.ConflictMarker) => $"To settle the conflicts: 'astregistry lock --resolve {outcome.Project.ProjectPath}'.",
        LockStatus.Unparsed => "Correct the sources first.",
        LockStatus.Updated when outcome.Proposals.Count > 0 =>
            "New ids were given to what is left to confirm. To keep the old ids instead, restore the lock file from version control and update again with --accept.",
        _ => "",
    };

    private static string Headline(LockOutcome outcome) => outcome.Status switch
    {
        LockStatus.InStep => $"{outcome.Project.LockPath} is in step.",
        LockStatus.Drifted => $"{outcome.Project.LockPath} is not in step with the sources: {Words.Count(outcome.Changes)}.",
        LockStatus.Missing => $"{outcome.Project.LockPath} does not exist; it would have {outcome.Changes.Count} records.",
        LockStatus.Updated => $"{outcome.Project.LockPath} was brought in step: {Words.Count(outcome.Changes)}.",
        LockStatus.Faulty => $"{outcome.Project.LockPath} cannot be trusted, and was left as it is.",
        LockStatus.Unparsed => $"{outcome.Project.LockPath} was left as it is, because the sources cannot be parsed: {outcome.SyntaxError}",
        _ => throw new InvalidOperationException($"{outcome.Status} has no headline."),
    };
}
