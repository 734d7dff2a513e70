using AstRegistry.Locking;
using AstRegistry.Tool.Projects;

namespace AstRegistry.Tool.Locks;

/// <summary>Settles the conflicts that a merge left in a lock file.</summary>
internal static class LockResolution
{
    /// <summary>The lock file of a project: the usual one without asking, because a project in the middle of a merge may not evaluate.</summary>
    public static async Task<string> FindAsync(string projectPath, CancellationToken cancellation)
    {
        var usual = Path.Combine(Path.GetDirectoryName(projectPath)!, LockStore.FileName);
        return File.Exists(usual) ? usual : (await ProjectEvaluation.DescribeAsync(projectPath, cancellation).ConfigureAwait(false)).LockPath;
    }

    /// <summary>Settles what the sides do not contradict each other in, and writes it down. What is left keeps its markers.</summary>
    /// <exception cref="ToolException">There is no such file, or it cannot be read or written.</exception>
    public static LockMergeResult Run(string path)
    {
        var text = LockStore.Read(path) ?? throw new ToolException($"'{path}' does not exist, so there is nothing to settle.");
        var file = LockFile.Parse(text);
        if (!file.IsFaulty) return new(text, [], []);
        var result = LockMerge.Resolve(file);
        if (result.Text is { } merged && merged != text) LockStore.Write(path, merged);
        return result;
    }
}
