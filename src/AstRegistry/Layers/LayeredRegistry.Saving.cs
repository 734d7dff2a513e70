using AstRegistry.Layers;

namespace AstRegistry;

public sealed partial class LayeredRegistry<TScheme, TAst>
{
    /// <summary>Writes all that the root holds to a stream, and leaves the stream open. Puts and commits meanwhile are not in it.</summary>
    /// <exception cref="InvalidOperationException">This is a batch.</exception>
    /// <exception cref="HistoryException">The elements take more than 2 GiB.</exception>
    /// <exception cref="ObjectDisposedException">The root was disposed.</exception>
    public void Save(Stream stream, ILayerConverter<TScheme, TAst> converter)
    {
        ArgumentNullException.ThrowIfNull(stream);
        stream.Write(Encode(converter));
    }

    /// <inheritdoc cref="Save(Stream, ILayerConverter{TScheme, TAst})"/>
    public async Task SaveAsync(Stream stream, ILayerConverter<TScheme, TAst> converter, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        await stream.WriteAsync(Encode(converter), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Writes all that the root holds to a file, which is replaced as a whole: it is always the old one or the new one.</summary>
    /// <exception cref="InvalidOperationException">This is a batch.</exception>
    /// <exception cref="HistoryException">The file cannot be written; what was there still is.</exception>
    /// <exception cref="ObjectDisposedException">The root was disposed.</exception>
    public void Save(string path, ILayerConverter<TScheme, TAst> converter)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        LayerFile.Write(path, Encode(converter));
    }

    /// <inheritdoc cref="Save(string, ILayerConverter{TScheme, TAst})"/>
    public async Task SaveAsync(string path, ILayerConverter<TScheme, TAst> converter, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        await LayerFile.WriteAsync(path, Encode(converter), cancellationToken).ConfigureAwait(false);
    }

    private byte[] Encode(ILayerConverter<TScheme, TAst> converter)
    {
        ArgumentNullException.ThrowIfNull(converter);
        return IsRoot
            ? LayerCodec<TScheme, TAst>.Encode(Snapshot, converter)
            : throw new InvalidOperationException("A batch is not saved: it may still be discarded. Commit it, and save the root.");
    }
}
