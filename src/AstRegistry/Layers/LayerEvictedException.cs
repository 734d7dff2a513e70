namespace AstRegistry;

/// <summary>A batch was used that nobody had used for so long that it was discarded (<see cref="LayerOptions.IdleTimeout"/>).</summary>
public sealed class LayerEvictedException : ObjectDisposedException
{
    /// <summary>Makes an exception without particulars.</summary>
    public LayerEvictedException()
        : base(null)
    {
    }

    /// <summary>Makes an exception.</summary>
    public LayerEvictedException(string message)
        : base(null, message)
    {
    }

    /// <summary>Makes an exception with a cause.</summary>
    public LayerEvictedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Makes an exception for a batch.</summary>
    /// <param name="timeout">How long the batch was idle at least.</param>
    public LayerEvictedException(TimeSpan timeout)
        : base(null, FormattableString.Invariant($"Nobody used the batch for {timeout.TotalSeconds} s, so it was discarded. Begin a new one, or raise {nameof(LayerOptions)}.{nameof(LayerOptions.IdleTimeout)}.")) =>
        Timeout = timeout;

    /// <summary>How long the batch was idle at least.</summary>
    public TimeSpan Timeout { get; }
}
