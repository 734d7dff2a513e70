using AstRegistry.Renames;
using AstRegistry.Tool.Git;
using AstRegistry.Tool.Projects;
using Microsoft.CodeAnalysis.Text;

namespace AstRegistry.Tool.Locks;

/// <summary>The state of a project from which renames are told.</summary>
/// <param name="Declarations">What was declared; null where nothing is known.</param>
/// <param name="Name">Where it comes from: <c>snapshot</c>, the id of a commit, or <c>none</c>.</param>
/// <param name="Remark">The same for people.</param>
internal sealed record Baseline(ProjectDeclarations? Declarations, string Name, string Remark)
{
    /// <summary>What the last build in step with the lock left; null where that is missing or not in step with the lock on disk.</summary>
    /// <param name="project">The project.</param>
    /// <param name="isInStep">Tells whether declarations are in step with the lock on disk.</param>
    public static Baseline? OfSnapshot(ProjectDescription project, Func<ProjectDeclarations, bool> isInStep)
    {
        try
        {
            using var stream = File.OpenRead(project.SnapshotPath);
            var declarations = DeclarationSnapshot.Read(stream);
            return declarations.ProjectName == project.AssemblyName && isInStep(declarations)
                ? new(declarations, "snapshot", "Renames are told from the last build that was in step with the lock.")
                : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or PackedDataException)
        {
            // It is only a memory: without it, git is asked.
            return null;
        }
    }

    /// <summary>What a commit declares.</summary>
    /// <param name="project">The project as it is.</param>
    /// <param name="revision">The revision that was asked for; null for the last commit.</param>
    /// <param name="cancellation">Ends the work.</param>
    /// <exception cref="ToolException">The revision that was asked for cannot be had.</exception>
    public static async Task<Baseline> OfCommitAsync(ProjectDescription project, string? revision, CancellationToken cancellation)
    {
        var repository = await GitRepository.FindAsync(project.Folder, cancellation).ConfigureAwait(false);
        if (repository is null)
        {
            return revision is null
                ? None("there is neither a snapshot of a build nor a git repository")
                : throw new ToolException($"'{project.Folder}' is not in a git repository, or git is not there, so '{revision}' means nothing.");
        }

        var commit = await repository.ResolveAsync(revision ?? "HEAD", cancellation).ConfigureAwait(false);
        if (commit is null)
        {
            return revision is null
                ? None("there is neither a snapshot of a build nor a commit")
                : throw new ToolException($"'{revision}' is not a commit of the repository in '{repository.Root}'.", ExitCode.Usage);
        }

        var (past, texts) = await SourcesAsync(repository, commit, project, cancellation).ConfigureAwait(false);
        if (texts.Count == 0) return None($"commit {commit[..10]} has no sources of the project");
        var sources = ProjectSources.Parse(past, texts, cancellation);
        return new(
            ProjectDeclarations.Read(project.AssemblyName, sources.Views, cancellation), commit, $"Renames are told from the sources of commit {commit[..10]}.");
    }

    private static Baseline None(string reason) => new(null, "none", $"Renames cannot be told: {reason}.");

    /// <summary>
    /// The sources of the project at a commit: the files it compiles now as far as they existed, and those below its folder that are gone, unless
    /// another project stood nearer to them.
    /// </summary>
    private static async Task<(ProjectDescription Project, Dictionary<string, SourceText> Texts)> SourcesAsync(
        GitRepository repository, string commit, ProjectDescription project, CancellationToken cancellation)
    {
        var all = await repository.ListAsync(commit, cancellation).ConfigureAwait(false);
        var current = project.Targets.SelectMany(static target => target.Sources).ToHashSet(StringComparer.Ordinal);
        var otherProjects = all.Where(static file => file.Path.EndsWith(".csproj", StringComparison.Ordinal))
            .Select(file => Path.GetDirectoryName(FullPath(file))! + Path.DirectorySeparatorChar)
            .Where(folder => folder.Length > project.Folder.Length + 1)
            .ToList();
        var files = all.Where(file => file.Path.EndsWith(".cs", StringComparison.Ordinal) && (current.Contains(FullPath(file)) || IsGone(FullPath(file)))).ToList();
        var contents = await repository.ReadAsync(files, cancellation).ConfigureAwait(false);
        var gone = files.Select(FullPath).Where(path => !current.Contains(path)).ToList();
        var texts = files.Zip(contents).ToDictionary(pair => FullPath(pair.First), static pair => SourceText.From(pair.Second, pair.Second.Length), StringComparer.Ordinal);
        return (project with { Targets = [.. project.Targets.Select(target => target with { Sources = [.. target.Sources, .. gone] })] }, texts);

        string FullPath(GitFile file) => Path.GetFullPath(Path.Combine(repository.Root, file.Path));

        bool IsGone(string path) =>
            path.StartsWith(project.Folder + Path.DirectorySeparatorChar, StringComparison.Ordinal)
            && !File.Exists(path)
            && !otherProjects.Exists(folder => path.StartsWith(folder, StringComparison.Ordinal));
    }
}
