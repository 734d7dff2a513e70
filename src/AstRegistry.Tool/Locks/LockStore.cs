using System.Text;

namespace AstRegistry.Tool.Locks;

/// <summary>Lock files on disk.</summary>
internal static class LockStore
{
    /// <summary>The usual name of a lock file.</summary>
    public const string FileName = "AstRegistry.lock";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text of a lock file; null where there is none.</summary>
    /// <exception cref="ToolException">The file cannot be read, or is no text.</exception>
    public static string? Read(string path)
    {
        if (Directory.Exists(path)) throw new ToolException($"'{path}' is a folder, not a lock file. Move it away, or set AstRegistryLockFile to another path.");
        try
        {
            return File.Exists(path) ? Decode(File.ReadAllBytes(path), path) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"'{path}' cannot be read: {exception.Message}", inner: exception);
        }
    }

    /// <summary>The text of a lock file's bytes.</summary>
    /// <exception cref="ToolException">They are not UTF-8.</exception>
    public static string Decode(byte[] bytes, string name)
    {
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException exception)
        {
            var line = 1 + bytes.AsSpan(0, Math.Max(0, exception.Index)).Count((byte)'\n');
            throw new ToolException($"'{name}' is not UTF-8: line {line} holds a byte that cannot stand there. Restore the file from version control.", ExitCode.Findings, exception);
        }
    }

    /// <summary>Writes a lock file.</summary>
    /// <exception cref="ToolException">It cannot be written; what was there still is.</exception>
    public static void Write(string path, string text) => AtomicFile.Write(path, Strict.GetBytes(text));
}
