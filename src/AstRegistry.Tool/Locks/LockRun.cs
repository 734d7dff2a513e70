using AstRegistry.Locking;
using AstRegistry.Renames;
using AstRegistry.Tool.Projects;

namespace AstRegistry.Tool.Locks;

/// <summary>
/// Checks the lock of one project or brings it in step. Builds and people come here alike. The lock is touched last and as a whole, and only
/// when all went well.
/// </summary>
internal sealed class LockRun(ProjectDescription project, LockRunOptions options)
{
    private readonly LockUpdateOptions _updateOptions = new()
    {
        IsSparse = project.IsSparse,
        AllTargets = LockTargets.Of(project.Targets.Select(static target => target.Framework)),
    };

    /// <summary>Does the work.</summary>
    /// <exception cref="ToolException">A file or a revision cannot be had, or what was confirmed does not exist.</exception>
    public async Task<LockOutcome> RunAsync(CancellationToken cancellation)
    {
        var text = LockStore.Read(project.LockPath);
        var old = text is null ? LockFile.Empty : LockFile.Parse(text);
        if (old.IsFaulty) return new(project, LockStatus.Faulty) { Faults = old.Faults };
        if (text is null && options.Mode == LockMode.Observe) return new(project, LockStatus.Missing);

        var sources = ProjectSources.Parse(project, ProjectSources.ReadTexts(project), cancellation);
        if (sources.SyntaxErrors.Count > 0) return new(project, LockStatus.Unparsed) { SyntaxError = sources.SyntaxErrors[0].ToString() };
        var declarations = ProjectDeclarations.Read(project.AssemblyName, sources.Views, cancellation);

        var update = Compute(old, declarations, []);
        if (update.IsRefused) return new(project, LockStatus.Faulty) { Faults = update.Faults };
        var found = text is null ? FoundRenames.None : await FindRenamesAsync(old, update, declarations, cancellation).ConfigureAwait(false);
        if (found.Renames.Count > 0) update = Compute(old, declarations, found.Renames);
        if (update.IsInStep && text is not null && (options.Mode != LockMode.Update || old.IsCanonical))
        {
            Remember(declarations);
            return new(project, LockStatus.InStep);
        }

        var outcome = new LockOutcome(project, text is null ? LockStatus.Missing : LockStatus.Drifted)
        {
            Changes = update.Changes.Changes,
            Proposals = found.Proposals,
            Baseline = found.Baseline,
            Returned = Returned(old, update),
        };
        if (options.Mode != LockMode.Update) return outcome;

        cancellation.ThrowIfCancellationRequested();
        LockStore.Write(project.LockPath, update.File.ToText());
        Remember(declarations);
        return outcome with { Status = LockStatus.Updated };
    }

    private LockUpdateResult Compute(LockFile old, ProjectDeclarations declarations, IReadOnlyCollection<(LockKey From, LockKey To)> renames)
    {
        var code = declarations.Types.Select(type => new LockEntry(type.Key, Targets(type.Targets)))
            .Concat(declarations.Members.Select(member => new LockEntry(member.Key, Targets(member.Targets))))
            .ToList();
        return LockUpdate.Compute(old, project.AssemblyName, code, renames, _updateOptions);
    }

    /// <summary>Where a declaration exists. A target that was read twice, as debug and as release build, is one target.</summary>
    private LockTargets Targets(IReadOnlyList<string> names) => names.Count == project.Targets.Count ? LockTargets.All : LockTargets.Of(names);

    private async Task<FoundRenames> FindRenamesAsync(LockFile old, LockUpdateResult update, ProjectDeclarations now, CancellationToken cancellation)
    {
        // A sparse lock says nothing of most declarations, so only the baseline tells what is gone and what is new.
        var gone = update.Changes.Of(LockChangeKind.Retired).Select(static change => change.Key).ToHashSet();
        var added = update.Changes.Of(LockChangeKind.Added).Select(static change => change.Key).ToHashSet();
        var isNeeded = project.IsSparse || options.Accepted.Count > 0 || (gone.Count > 0 && added.Count > 0 && options.Mode != LockMode.Observe);
        if (!isNeeded) return FoundRenames.None;

        var baseline = options.Since is null ? Baseline.OfSnapshot(project, before => Compute(old, before, []).IsInStep) : null;
        baseline ??= await Baseline.OfCommitAsync(project, options.Since, cancellation).ConfigureAwait(false);
        var report = RenameReport.Empty;
        if (baseline.Declarations is { } before)
        {
            report = RenameDetector.Detect(before, now, cancellation);
            if (project.IsSparse)
            {
                var (keysBefore, keysNow) = (Keys(before), Keys(now));
                gone.UnionWith(keysBefore.Except(keysNow));
                added.UnionWith(keysNow.Except(keysBefore));
            }
        }

        return FoundRenames.Of(report, gone, added, options, baseline);
    }

    private static HashSet<LockKey> Keys(ProjectDeclarations declarations) =>
        [.. declarations.Types.Select(static type => type.Key), .. declarations.Members.Select(static member => member.Key)];

    private static IReadOnlyList<LockRecord> Returned(LockFile old, LockUpdateResult update)
    {
        var added = update.Changes.Of(LockChangeKind.Added).Select(static change => change.Key).ToHashSet();
        return [.. old.Records.Where(record => record.IsRetired && added.Contains(record.Key))];
    }

    private void Remember(ProjectDeclarations declarations)
    {
        using var stream = new MemoryStream();
        DeclarationSnapshot.Write(declarations, stream);
        try
        {
            AtomicFile.Write(project.SnapshotPath, stream.ToArray());
        }
        catch (ToolException)
        {
            // It is only a memory: without it, git is asked.
        }
    }
}
