namespace AstRegistry.History;

/// <summary>The file of an anchor. Replaced as a whole: written aside, flushed to the disk, then renamed, so that it is always the old one or the new one.</summary>
/// <remarks>After a power failure the rename may be undone. The anchor is then older than the store, which is allowed.</remarks>
internal static class AnchorFile
{
    /// <summary>The anchor in a file; the empty one where there is no file.</summary>
    /// <exception cref="HistoryException">The file is damaged, foreign, of a newer version, or cannot be read; the message names it.</exception>
    public static HistoryAnchor Read(string path)
    {
        try
        {
            return HistoryAnchor.Decode(File.ReadAllBytes(path));
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            return HistoryAnchor.Empty;
        }
        catch (HistoryException exception)
        {
            throw new HistoryException(exception.Fault, $"The file '{path}' cannot be used: {exception.Message}", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new HistoryException(HistoryFault.Unavailable, $"The file '{path}' cannot be read: {exception.Message}", exception);
        }
    }

    /// <summary>Replaces the anchor in a file. For one at a time.</summary>
    /// <exception cref="HistoryException">The file cannot be written; the old anchor is still there.</exception>
    public static void Write(string path, HistoryAnchor anchor)
    {
        var aside = path + ".new";
        try
        {
            using (var file = new FileStream(aside, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0))
            {
                file.Write(anchor.Encode());
                file.Flush(flushToDisk: true);
            }

            File.Move(aside, path, overwrite: true);
        }
        catch (UnauthorizedAccessException exception)
        {
            throw new HistoryException(HistoryFault.ReadOnly, $"The file '{path}' cannot be written: {exception.Message}", exception);
        }
        catch (IOException exception)
        {
            throw new HistoryException(IsFull(exception) ? HistoryFault.Full : HistoryFault.Unavailable, $"The file '{path}' cannot be written: {exception.Message}", exception);
        }
    }

    /// <summary>Whether the disk is full: ERROR_DISK_FULL and ERROR_HANDLE_DISK_FULL of Windows, ENOSPC elsewhere.</summary>
    private static bool IsFull(IOException exception) => OperatingSystem.IsWindows() ? (exception.HResult & 0xFFFF) is 0x70 or 0x27 : exception.HResult == 28;
}
