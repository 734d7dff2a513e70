using AstRegistry.Layers;

namespace AstRegistry;

/// <summary>Loads roots of layers that were saved. New ones are made by <see cref="LayeredRegistry{TScheme, TAst}.NewRoot"/>.</summary>
public static class LayeredRegistry
{
    /// <summary>A root as it was saved, read to the end of a stream: equal content and revision.</summary>
    /// <exception cref="HistoryException">
    /// What was saved is damaged, was not saved from a root, holds values of another form, or is of a newer version; the message names the place and
    /// the reason.
    /// </exception>
    public static LayeredRegistry<TScheme, TAst> Load<TScheme, TAst>(Stream stream, ILayerConverter<TScheme, TAst> converter, LayerOptions? options = null)
        where TScheme : notnull
        where TAst : notnull
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var content = new MemoryStream();
        stream.CopyTo(content);
        return Decode(Bytes(content), converter, options);
    }

    /// <inheritdoc cref="Load{TScheme, TAst}(Stream, ILayerConverter{TScheme, TAst}, LayerOptions?)"/>
    public static async Task<LayeredRegistry<TScheme, TAst>> LoadAsync<TScheme, TAst>(
        Stream stream, ILayerConverter<TScheme, TAst> converter, LayerOptions? options = null, CancellationToken cancellationToken = default)
        where TScheme : notnull
        where TAst : notnull
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var content = new MemoryStream();
        await stream.CopyToAsync(content, cancellationToken).ConfigureAwait(false);
        return Decode(Bytes(content), converter, options);
    }

    /// <summary>A root as it was saved to a file: equal content and revision.</summary>
    /// <exception cref="HistoryException">
    /// The file cannot be read, is damaged, is something else, holds values of another form, or is of a newer version; the message names the file,
    /// the place and the reason.
    /// </exception>
    public static LayeredRegistry<TScheme, TAst> Load<TScheme, TAst>(string path, ILayerConverter<TScheme, TAst> converter, LayerOptions? options = null)
        where TScheme : notnull
        where TAst : notnull
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return Decode(path, LayerFile.Read(path), converter, options);
    }

    /// <inheritdoc cref="Load{TScheme, TAst}(string, ILayerConverter{TScheme, TAst}, LayerOptions?)"/>
    public static async Task<LayeredRegistry<TScheme, TAst>> LoadAsync<TScheme, TAst>(
        string path, ILayerConverter<TScheme, TAst> converter, LayerOptions? options = null, CancellationToken cancellationToken = default)
        where TScheme : notnull
        where TAst : notnull
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return Decode(path, await LayerFile.ReadAsync(path, cancellationToken).ConfigureAwait(false), converter, options);
    }

    private static LayeredRegistry<TScheme, TAst> Decode<TScheme, TAst>(string path, byte[] frame, ILayerConverter<TScheme, TAst> converter, LayerOptions? options)
        where TScheme : notnull
        where TAst : notnull
    {
        try
        {
            return Decode(frame, converter, options);
        }
        catch (HistoryException exception)
        {
            throw LayerFile.Named(path, exception);
        }
    }

    private static LayeredRegistry<TScheme, TAst> Decode<TScheme, TAst>(ReadOnlySpan<byte> frame, ILayerConverter<TScheme, TAst> converter, LayerOptions? options)
        where TScheme : notnull
        where TAst : notnull
    {
        ArgumentNullException.ThrowIfNull(converter);
        return new(options ?? new(), LayerCodec<TScheme, TAst>.Decode(frame, converter));
    }

    private static ReadOnlySpan<byte> Bytes(MemoryStream content) => content.GetBuffer().AsSpan(0, (int)content.Length);
}
