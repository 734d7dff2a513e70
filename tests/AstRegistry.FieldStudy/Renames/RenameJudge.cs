using AstRegistry.FieldStudy.History;
using AstRegistry.Locking;
using AstRegistry.Renames;

namespace AstRegistry.FieldStudy.Renames;

/// <summary>Lets the detector look at what a commit did to each project, and compares its claims with the oracle's judgement.</summary>
internal sealed class RenameJudge(ProjectHistory projects)
{
    public RenameScores Scores { get; } = new();

    public void Judge(Commit commit)
    {
        Scores.Commits++;
        foreach (var (before, after) in projects.ReadChanged(commit))
        {
            Scores.Projects++;
            Judge(commit, before, after);
        }
    }

    private void Judge(Commit commit, ProjectFiles filesBefore, ProjectFiles filesAfter)
    {
        var (before, after) = (projects.Read(filesBefore), projects.Read(filesAfter));
        var (oldKeys, newKeys) = (Keys(before), Keys(after));
        Scores.Gone += oldKeys.Count(k => !newKeys.ContainsKey(k.Key));
        if (oldKeys.Keys.All(newKeys.ContainsKey) || newKeys.Keys.All(oldKeys.ContainsKey)) return;

        var report = RenameDetector.Detect(before, after);
        var files = ReadTokens(commit, filesBefore, filesAfter);
        var (types, members) = RenameOracle.Judge(files);
        var steps = new Dictionary<LockKey, Rename>();
        foreach (var claim in report.Renames.Concat(report.Proposals))
        {
            steps.Add(claim.From, claim);
            Judge(commit, claim, AboutOf(claim.From) == About.Types ? types : members, files);
        }

        foreach (var (old, oldType) in oldKeys)
        {
            if (newKeys.ContainsKey(old)) continue;
            var about = AboutOf(old);
            if ((about == About.Types ? types : members).NewOf(old) is not { } @new || !newKeys.TryGetValue(@new, out var newType) || oldKeys.ContainsKey(@new)) continue;
            var change = old.Kind == @new.Kind && OwnPart(old, oldType) == OwnPart(@new, newType)
                && (about == About.Types || (types.NewOf(oldType) ?? oldType) == newType) ? KeyChange.Container
                : old.Kind is "constructor" or "static-constructor" or "finalizer" or "operator" or "conversion" ? KeyChange.OwnNeverProposed
                : KeyChange.Own;
            RenameStep? foundBy = steps.TryGetValue(old, out var claim) && claim.To == @new ? claim.Step : null;
            Scores.Count(new KnownRename(about, change, foundBy));
            if (foundBy is null) Scores.Missed.Add(new Miss(commit.Name, about, old, @new));
        }
    }

    private void Judge(Commit commit, Rename claim, RenameOracle oracle, IReadOnlyList<(DeclaredTokens? Old, DeclaredTokens? New)> files)
    {
        var (@new, old) = (oracle.NewOf(claim.From), oracle.OldOf(claim.To));
        var verdict = @new == claim.To ? Verdict.Right : @new is null && old is null ? Verdict.Silent : Verdict.Contradicted;
        Scores.Count(AboutOf(claim.From), claim.Step, verdict);
        if (verdict == Verdict.Right) return;
        var view = verdict == Verdict.Silent ? "nothing" : $"{@new?.Key ?? "-"} from {old?.Key ?? "-"}";
        Scores.Doubts.Add(new Doubt(commit.Name, claim, verdict, view, Text(files.Select(f => f.Old), claim.From), Text(files.Select(f => f.New), claim.To)));
    }

    private List<(DeclaredTokens? Old, DeclaredTokens? New)> ReadTokens(Commit commit, ProjectFiles before, ProjectFiles after)
    {
        var files = new List<(DeclaredTokens?, DeclaredTokens?)>();
        foreach (var change in commit.Changes)
        {
            var old = before.Blobs.TryGetValue(change.OldPath, out var oldBlob) && oldBlob == change.OldBlob ? projects.ReadTokens(change.OldPath, change.OldBlob) : null;
            var @new = after.Blobs.TryGetValue(change.NewPath, out var newBlob) && newBlob == change.NewBlob ? projects.ReadTokens(change.NewPath, change.NewBlob) : null;
            if (old is not null || @new is not null) files.Add((old, @new));
        }

        return files;
    }

    /// <summary>Every key with that of its container; a type's is its namespace and containing types.</summary>
    private static Dictionary<LockKey, LockKey> Keys(ProjectDeclarations declarations)
    {
        var keys = new Dictionary<LockKey, LockKey>();
        foreach (var type in declarations.Types)
        {
            var own = type.OwnPart(declarations.Types);
            keys.Add(type.Key, new LockKey("type", type.Key.Key[..^own.Length]));
        }

        foreach (var member in declarations.Members) keys.Add(member.Key, declarations.Types[member.Type].Key);
        return keys;
    }

    private static About AboutOf(LockKey key) => key.Kind == "type" ? About.Types : About.Members;

    private static string OwnPart(LockKey key, LockKey container) => key.Key[container.Key.Length..];

    private static string Text(IEnumerable<DeclaredTokens?> files, LockKey key) =>
        files.Select(f => f?.Texts.GetValueOrDefault(key)).FirstOrDefault(t => t is not null) ?? "";
}
