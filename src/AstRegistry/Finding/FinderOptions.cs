using System.Diagnostics.Metrics;

namespace AstRegistry;

/// <summary>How a <see cref="Finder"/> caches, indexes and limits its work.</summary>
public sealed class FinderOptions
{
    /// <summary>How many answers are kept, the least recently used making room; 0 for none.</summary>
    public int CacheSize { get; init; } = 1024;

    /// <summary>How many entries all kept answers may hold together. An answer that would take more than an eighth of it is not kept.</summary>
    public int MaxCachedEntries { get; init; } = 1_000_000;

    /// <summary>The most work of one query, in units of about one candidate looked at.</summary>
    public long MaxWork { get; init; } = 50_000_000;

    /// <summary>The most time of one query.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>The most time of one query that has a regular expression.</summary>
    public TimeSpan RegexTimeout { get; init; } = TimeSpan.FromMilliseconds(50);

    /// <summary>How often a field has to be asked for before it gets an index: 1 for the first time. What is asked for once is not worth one.</summary>
    public int IndexAfter { get; init; } = 2;

    /// <summary>Whether indexes are made on a thread of the pool, while queries go on without them. Otherwise the query that asks for one makes it.</summary>
    public bool IndexInBackground { get; init; } = true;

    /// <summary>How many paths into the meta data may have an index, the least recently used making room.</summary>
    public int MaxIndexedPaths { get; init; } = 32;

    /// <summary>About how many bytes the indexes may take, the least recently used making room; one that alone would take more is not made.</summary>
    public long MaxIndexBytes { get; init; } = 512L << 20;

    /// <summary>Where time comes from.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;

    /// <summary>Where hits and misses of the cache are counted; null for the meter <c>AstRegistry</c> of the library.</summary>
    public Meter? Meter { get; init; }

    internal FinderOptions Checked()
    {
        ArgumentOutOfRangeException.ThrowIfNegative(CacheSize);
        ArgumentOutOfRangeException.ThrowIfNegative(MaxCachedEntries);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(MaxWork);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(Timeout, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(RegexTimeout, TimeSpan.Zero);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(IndexAfter);
        ArgumentOutOfRangeException.ThrowIfNegative(MaxIndexedPaths);
        ArgumentOutOfRangeException.ThrowIfNegative(MaxIndexBytes);
        ArgumentNullException.ThrowIfNull(TimeProvider);
        return this;
    }
}
