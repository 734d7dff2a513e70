using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace AstRegistry.FieldStudy.History;

/// <summary>One file of a commit before and after; an empty blob name where it did not exist.</summary>
internal sealed record FileChange(string OldPath, string OldBlob, string NewPath, string NewBlob);

/// <summary>One commit with the C# files it changed, renames followed.</summary>
internal sealed record Commit(string Name, List<FileChange> Changes);

/// <summary>Reads commits and file contents of a git repository through git itself.</summary>
internal sealed class GitHistory : IDisposable
{
    private readonly string _repository;
    private readonly Process _catFile;
    private readonly Lock _gate = new();

    public GitHistory(string repository)
    {
        _repository = repository;
        _catFile = Start("cat-file", "--batch");
    }

    /// <summary>The last <paramref name="count"/> commits that are no merges and change C# files, newest first.</summary>
    public List<Commit> ReadCommits(int count, string path)
    {
        using var git = Start("log", "--no-merges", "-n", count.ToString(CultureInfo.InvariantCulture), "--raw", "-z", "-M", "-l5000",
            "--no-abbrev", "--format=%x01%H", "--", path.Length == 0 ? "*.cs" : path.TrimEnd('/') + "/*.cs");
        var text = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        var commits = new List<Commit>();
        foreach (var part in text.Split('\u0001', StringSplitOptions.RemoveEmptyEntries))
        {
            var fields = part.Split('\0');
            var commit = new Commit(fields[0].Trim(), []);
            for (var i = 1; i < fields.Length; i++)
            {
                var header = fields[i].TrimStart('\n');
                if (!header.StartsWith(':')) continue;
                var columns = header.Split(' ');
                var isRename = columns[4][0] is 'R' or 'C';
                var oldPath = fields[++i];
                var newPath = isRename ? fields[++i] : oldPath;
                commit.Changes.Add(new FileChange(oldPath, BlobOrNone(columns[2]), newPath, BlobOrNone(columns[3])));
            }

            if (commit.Changes.Count > 0) commits.Add(commit);
        }

        return commits;
    }

    /// <summary>All files of a commit: path and blob.</summary>
    public List<(string Path, string Blob)> ReadTree(string commit)
    {
        using var git = Start("ls-tree", "-r", "-z", "--full-tree", commit);
        var text = git.StandardOutput.ReadToEnd();
        git.WaitForExit();
        var files = new List<(string, string)>();
        foreach (var entry in text.Split('\0', StringSplitOptions.RemoveEmptyEntries))
        {
            var tab = entry.IndexOf('\t');
            var columns = entry[..tab].Split(' ');
            if (columns[1] == "blob") files.Add((entry[(tab + 1)..], columns[2]));
        }

        return files;
    }

    /// <summary>The content of a blob as text; empty for no blob.</summary>
    public string ReadBlob(string name)
    {
        if (name.Length == 0) return "";
        byte[] content;
        lock (_gate)
        {
            _catFile.StandardInput.Write(name + "\n");
            _catFile.StandardInput.Flush();
            var output = _catFile.StandardOutput.BaseStream;
            var header = new StringBuilder();
            for (int b; (b = output.ReadByte()) != '\n';)
            {
                if (b < 0) throw new EndOfStreamException($"git ended while reading {name}.");
                header.Append((char)b);
            }

            var fields = header.ToString().Split(' ');
            if (fields.Length != 3) throw new InvalidDataException($"git does not know blob {name}: {header}");
            content = new byte[int.Parse(fields[2], CultureInfo.InvariantCulture)];
            output.ReadExactly(content);
            output.ReadByte();
        }

        var text = Encoding.UTF8.GetString(content);
        return text.StartsWith('\uFEFF') ? text[1..] : text;
    }

    public void Dispose()
    {
        _catFile.StandardInput.Close();
        _catFile.WaitForExit();
        _catFile.Dispose();
    }

    private static string BlobOrNone(string name) => name.All(c => c == '0') ? "" : name;

    private Process Start(params string[] arguments)
    {
        var start = new ProcessStartInfo("git") { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.ArgumentList.Add("-C");
        start.ArgumentList.Add(_repository);
        foreach (var argument in arguments) start.ArgumentList.Add(argument);
        return Process.Start(start) ?? throw new InvalidOperationException("git did not start.");
    }
}
