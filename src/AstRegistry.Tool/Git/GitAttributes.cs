using System.Text;
using AstRegistry.Tool.Locks;

namespace AstRegistry.Tool.Git;

/// <summary>The <c>.gitattributes</c> at the top of a repository.</summary>
internal sealed class GitAttributes
{
    private const string Driver = "merge=astregistry";

    private readonly string _text;

    private GitAttributes(string path, bool exists, string text)
    {
        Path = path;
        Exists = exists;
        _text = text;
    }

    /// <summary>The path of the file.</summary>
    public string Path { get; }

    /// <summary>Whether there is one.</summary>
    public bool Exists { get; }

    /// <summary>The line that names the merge driver of a lock file.</summary>
    public static string Line(string fileName) => $"{fileName} {Driver} text eol=lf";

    /// <summary>Reads the file of a repository.</summary>
    /// <exception cref="ToolException">It cannot be read.</exception>
    public static GitAttributes Read(string root)
    {
        var path = System.IO.Path.Combine(root, ".gitattributes");
        try
        {
            return File.Exists(path) ? new(path, true, File.ReadAllText(path)) : new(path, false, "");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"'{path}' cannot be read: {exception.Message}", inner: exception);
        }
    }

    /// <summary>Whether a line names the merge driver of a lock file.</summary>
    public bool HasDriver(string fileName) => _text.Split('\n').Any(line =>
        line.Split((char[])[' ', '\t', '\r'], StringSplitOptions.RemoveEmptyEntries) is [var pattern, .. var attributes]
        && pattern.Split('/')[^1] == fileName
        && attributes.Contains(Driver));

    /// <summary>Adds a line at the end, in the manner of the others.</summary>
    /// <exception cref="ToolException">The file cannot be written; what was there still is.</exception>
    public void Append(string line)
    {
        var newLine = _text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var separator = _text.Length == 0 || _text.EndsWith('\n') ? "" : newLine;
        AtomicFile.Write(Path, Encoding.UTF8.GetBytes(_text + separator + line + newLine));
    }
}
