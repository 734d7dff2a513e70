namespace AstRegistry.Layers;

/// <summary>Bytes in a file that is replaced as a whole: written aside, flushed to the disk, then renamed, so that it is always the old one or the new one.</summary>
internal static class LayerFile
{
    /// <exception cref="HistoryException">The file cannot be written; what was there still is.</exception>
    public static void Write(string path, ReadOnlyMemory<byte> content)
    {
        var aside = AsideOf(path);
        try
        {
            using (var file = Create(aside, FileOptions.None))
            {
                file.Write(content.Span);
                file.Flush(flushToDisk: true);
            }

            File.Move(aside, path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Forget(aside);
            throw Failed(path, "written", exception);
        }
    }

    /// <inheritdoc cref="Write"/>
    public static async Task WriteAsync(string path, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        var aside = AsideOf(path);
        try
        {
            var file = Create(aside, FileOptions.Asynchronous);
            await using (file.ConfigureAwait(false))
            {
                await file.WriteAsync(content, cancellationToken).ConfigureAwait(false);
                file.Flush(flushToDisk: true);
            }

            File.Move(aside, path, overwrite: true);
        }
        catch (OperationCanceledException)
        {
            Forget(aside);
            throw;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Forget(aside);
            throw Failed(path, "written", exception);
        }
    }

    /// <exception cref="HistoryException">The file cannot be read.</exception>
    public static byte[] Read(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Failed(path, "read", exception);
        }
    }

    /// <inheritdoc cref="Read"/>
    public static async Task<byte[]> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            return await File.ReadAllBytesAsync(path, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Failed(path, "read", exception);
        }
    }

    /// <summary>The same fault, with the name of the file.</summary>
    public static HistoryException Named(string path, HistoryException exception) =>
        new(exception.Fault, $"The file '{path}' cannot be used: {exception.Message}", exception);

    /// <summary>A name of its own beside the file, so that two who save at a time do not mix their bytes: the last one wins.</summary>
    private static string AsideOf(string path) => $"{path}.{Guid.NewGuid():N}.new";

    private static FileStream Create(string path, FileOptions options) => new(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0, options);

    private static void Forget(string aside)
    {
        try
        {
            File.Delete(aside);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It may not even be there; what went wrong is reported by the caller.
        }
    }

    private static HistoryException Failed(string path, string what, Exception exception) =>
        new(exception is UnauthorizedAccessException && what == "written" ? HistoryFault.ReadOnly : HistoryFault.Unavailable, $"The file '{path}' cannot be {what}: {exception.Message}", exception);
}
