namespace AstRegistry;

/// <summary>A version was asked for that compaction has taken away.</summary>
public sealed class CompactedException : HistoryException
{
    /// <summary>Makes an exception without particulars.</summary>
    public CompactedException()
    {
    }

    /// <summary>Makes an exception.</summary>
    public CompactedException(string message)
        : base(HistoryFault.Compacted, message)
    {
    }

    /// <summary>Makes an exception with a cause.</summary>
    public CompactedException(string message, Exception innerException)
        : base(HistoryFault.Compacted, message, innerException)
    {
    }

    /// <summary>Makes an exception with its particulars.</summary>
    /// <param name="revision">The revision that was asked for.</param>
    /// <param name="compactedRevision">The last revision that is gone.</param>
    public CompactedException(long revision, long compactedRevision)
        : base(HistoryFault.Compacted, FormattableString.Invariant($"Version {revision} is gone: the history was compacted through {compactedRevision}. The oldest that can be read is {compactedRevision + 1}."))
    {
        Revision = revision;
        CompactedRevision = compactedRevision;
    }

    /// <summary>The revision that was asked for.</summary>
    public long Revision { get; }

    /// <summary>The last revision that is gone.</summary>
    public long CompactedRevision { get; }
}
