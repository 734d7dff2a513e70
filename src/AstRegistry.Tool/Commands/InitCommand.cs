using System.CommandLine;
using AstRegistry.Tool.Git;
using AstRegistry.Tool.Locks;
using AstRegistry.Tool.Output;
using AstRegistry.Tool.Projects;

namespace AstRegistry.Tool.Commands;

/// <summary><c>astregistry init</c>: gives a project a lock file, and tells git how to merge it. Everything is shown before it is done.</summary>
internal static class InitCommand
{
    public static Command Create(Terminal terminal)
    {
        var path = CommonOptions.Path("The project, or a folder with only one.");
        var dryRun = new Option<bool>("--dry-run") { Description = "Show what would be changed, and change nothing." };
        var sparse = new Option<bool>("--sparse") { Description = "Keep only records that say more than a plain hash: renamed, salted and retired ones." };
        var command = new Command("init", "Gives a project a lock file, and tells git how to merge it. Done twice, it changes nothing.") { path, dryRun, sparse };
        command.SetAction((arguments, cancellation) =>
            RunAsync(arguments.GetRequiredValue(path), arguments.GetValue(dryRun), arguments.GetValue(sparse), terminal, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string path, bool isDryRun, bool isSparse, Terminal terminal, CancellationToken cancellation)
    {
        ProjectDescription project;
        LockOutcome plan;
        using (terminal.Progress(path))
        {
            project = await ProjectEvaluation.DescribeAsync(ProjectFinder.One(path), cancellation).ConfigureAwait(false);
            project = project with { IsSparse = project.IsSparse || isSparse };
            plan = await new LockRun(project, new(LockMode.Check)).RunAsync(cancellation).ConfigureAwait(false);
        }

        if (plan.Status is LockStatus.Faulty or LockStatus.Unparsed)
        {
            LockReport.Write(terminal, plan);
            return ExitCode.Findings;
        }

        var repository = await GitRepository.FindAsync(project.Folder, cancellation).ConfigureAwait(false);
        var attributes = repository is null ? null : GitAttributes.Read(repository.Root);
        var needsLock = plan.Status == LockStatus.Missing;
        var attributesLine = attributes is { } read && !read.HasDriver(Path.GetFileName(project.LockPath)) ? GitAttributes.Line(Path.GetFileName(project.LockPath)) : null;
        Show(terminal, project, needsLock ? plan.Changes.Count : null, attributes, attributesLine);
        if (!isDryRun)
        {
            if (needsLock) await new LockRun(project, new(LockMode.Update)).RunAsync(cancellation).ConfigureAwait(false);
            if (attributesLine is not null) attributes!.Append(attributesLine);
        }

        TellDriver(terminal, repository);
        return ExitCode.Fine;
    }

    private static void Show(Terminal terminal, ProjectDescription project, int? records, GitAttributes? attributes, string? attributesLine)
    {
        if (records is { } count) terminal.WriteLine($"  create  {project.LockPath} with {count} records", Colour.Green);
        else terminal.WriteLine($"  keep    {project.LockPath}");
        if (attributesLine is not null) terminal.WriteLine($"  {(attributes!.Exists ? "extend" : "create")}  {attributes.Path} with the line: {attributesLine}", Colour.Green);
        else if (attributes is not null) terminal.WriteLine($"  keep    {attributes.Path}");
        else terminal.WriteLine("  There is no git repository, so nothing is done about merging.");
    }

    private static void TellDriver(Terminal terminal, GitRepository? repository)
    {
        if (repository is null) return;
        terminal.WriteLine("git needs to know the merge driver; everybody who merges runs this once in a clone, or with --global once for all:");
        terminal.WriteLine("  git config merge.astregistry.name \"AstRegistry lock files, record by record\"");
        terminal.WriteLine("  git config merge.astregistry.driver \"astregistry merge %O %A %B %P --marker-size %L\"");
    }
}
