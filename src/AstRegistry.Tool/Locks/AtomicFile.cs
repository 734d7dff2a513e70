namespace AstRegistry.Tool.Locks;

/// <summary>Replaces files as a whole: whoever reads one finds the old content or the new, whatever happens in between.</summary>
internal static class AtomicFile
{
    /// <summary>Writes a file aside, then puts it in its place.</summary>
    /// <exception cref="ToolException">It cannot be written; what was there still is.</exception>
    public static void Write(string path, byte[] content)
    {
        path = Path.GetFullPath(path);
        try
        {
            // A link stays a link: what it points to is replaced.
            var target = new FileInfo(path).LinkTarget is null ? path : File.ResolveLinkTarget(path, returnFinalTarget: true)!.FullName;
            if (File.Exists(target) && (File.GetAttributes(target) & FileAttributes.ReadOnly) != 0)
                throw new ToolException($"'{path}' is read-only. Make it writable; nothing was changed.");
            Replace(target, content);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"'{path}' cannot be written: {exception.Message} Nothing was changed.", inner: exception);
        }
    }

    private static void Replace(string path, byte[] content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var aside = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (var stream = new FileStream(aside, FileMode.CreateNew, FileAccess.Write))
            {
                stream.Write(content);
                stream.Flush(flushToDisk: true);
            }

            if (!OperatingSystem.IsWindows() && File.Exists(path)) File.SetUnixFileMode(aside, File.GetUnixFileMode(path));
            File.Move(aside, path, overwrite: true);
        }
        finally
        {
            File.Delete(aside);
        }
    }
}
