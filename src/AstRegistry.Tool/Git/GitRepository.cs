using System.Globalization;
using System.Text;
using AstRegistry.Tool.Projects;

namespace AstRegistry.Tool.Git;

/// <summary>A file in a commit.</summary>
/// <param name="Path">The path below the root of the repository, with '/'.</param>
/// <param name="Blob">The id of its content.</param>
internal readonly record struct GitFile(string Path, string Blob);

/// <summary>Reads a git repository through git itself.</summary>
internal sealed class GitRepository
{
    private const string Program = "git";

    private GitRepository(string root) => Root = root;

    /// <summary>The folder at the top of the work tree.</summary>
    public string Root { get; }

    /// <summary>The repository that a folder belongs to; null where there is none, or no git.</summary>
    public static async Task<GitRepository?> FindAsync(string folder, CancellationToken cancellation)
    {
        // The way up, and not the path of the top: git resolves links in that one, and it would not begin like the paths of the project.
        var result = await RunAsync(folder, ["rev-parse", "--show-cdup"], default, cancellation).ConfigureAwait(false);
        return result is { ExitCode: 0 } ? new(Path.TrimEndingDirectorySeparator(Path.GetFullPath(Path.Combine(folder, result.Text.TrimEnd('\n', '\r'))))) : null;
    }

    /// <summary>The full id of a commit; null where the revision names none.</summary>
    public async Task<string?> ResolveAsync(string revision, CancellationToken cancellation)
    {
        var result = await RunAsync(Root, ["rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"], default, cancellation).ConfigureAwait(false);
        return result is { ExitCode: 0 } ? result.Text.Trim() : null;
    }

    /// <summary>The files of a commit.</summary>
    /// <exception cref="ToolException">git could not read it.</exception>
    public async Task<List<GitFile>> ListAsync(string commit, CancellationToken cancellation)
    {
        var result = await RequireAsync(["ls-tree", "-r", "-z", "--full-tree", commit], default, cancellation).ConfigureAwait(false);
        var files = new List<GitFile>();
        foreach (var line in result.Text.Split('\0', StringSplitOptions.RemoveEmptyEntries))
        {
            // <mode> <type> <id>\t<path>
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            var words = line[..tab].Split(' ');
            if (words[1] == "blob") files.Add(new(line[(tab + 1)..], words[2]));
        }

        return files;
    }

    /// <summary>The contents of files, in their order.</summary>
    /// <exception cref="ToolException">git could not read them.</exception>
    public async Task<List<byte[]>> ReadAsync(IReadOnlyList<GitFile> files, CancellationToken cancellation)
    {
        var request = Encoding.ASCII.GetBytes(string.Concat(files.Select(static file => file.Blob + "\n")));
        var result = await RequireAsync(["cat-file", "--batch"], request, cancellation).ConfigureAwait(false);
        var contents = new List<byte[]>(files.Count);
        for (var at = 0; contents.Count < files.Count;)
        {
            // <id> blob <size>\n<content>\n
            var end = Array.IndexOf(result.Output, (byte)'\n', at);
            var head = end < 0 ? [] : Encoding.ASCII.GetString(result.Output, at, end - at).Split(' ');
            if (head.Length != 3) throw new ToolException($"git could not read '{files[contents.Count].Path}'.");
            var size = int.Parse(head[2], CultureInfo.InvariantCulture);
            contents.Add(result.Output[(end + 1)..(end + 1 + size)]);
            at = end + 1 + size + 1;
        }

        return contents;
    }

    /// <summary>The content that an object name such as <c>HEAD~1:src/AstRegistry.lock</c> stands for, or why there is none.</summary>
    /// <exception cref="ToolException">There is no git.</exception>
    public static async Task<(byte[]? Content, string Error)> ShowAsync(string folder, string name, CancellationToken cancellation)
    {
        var result = await RunAsync(folder, ["cat-file", "blob", name], default, cancellation).ConfigureAwait(false);
        return result switch
        {
            null => throw new ToolException($"'{name}' cannot be read, because git was not found."),
            { ExitCode: 0 } => (result.Output, ""),
            _ => (null, result.Error.Trim()),
        };
    }

    /// <summary>
    /// The merge of three files line by line, conflicts marked, as git does it without a driver; null where git failed.
    /// </summary>
    public static async Task<byte[]?> MergeLinesAsync(string ancestor, string ours, string theirs, int markerSize, CancellationToken cancellation)
    {
        string[] arguments = ["merge-file", "-p", "--marker-size=" + markerSize.ToString(CultureInfo.InvariantCulture), ours, ancestor, theirs];
        var result = await RunAsync(Environment.CurrentDirectory, arguments, default, cancellation).ConfigureAwait(false);

        // The exit code counts conflicts, up to 127; above are errors.
        return result is { ExitCode: < 128 } ? result.Output : null;
    }

    private async Task<ProcessResult> RequireAsync(string[] arguments, ReadOnlyMemory<byte> input, CancellationToken cancellation)
    {
        var result = await RunAsync(Root, arguments, input, cancellation).ConfigureAwait(false);
        return result is { ExitCode: 0 } ? result : throw new ToolException($"git {arguments[0]} failed in '{Root}': {result?.Error.Trim()}");
    }

    private static Task<ProcessResult?> RunAsync(string folder, string[] arguments, ReadOnlyMemory<byte> input, CancellationToken cancellation) =>
        Processes.RunAsync(Program, arguments, folder, input, cancellation);
}
