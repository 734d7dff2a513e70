using System.Diagnostics;

namespace AstRegistry;

/// <summary>How often and how long something is tried again that failed because the server was away for a moment, or because others were faster.</summary>
/// <remarks>The pause doubles from one attempt to the next; each is shortened by chance by up to a half, so that writers that met do not meet again.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record PostgreSqlRetry
{
    private readonly int _maxAttempts = 12;
    private readonly TimeSpan _firstDelay = TimeSpan.FromMilliseconds(20);
    private readonly TimeSpan _maxDelay = TimeSpan.FromSeconds(1);
    private readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    /// <summary>The most attempts, the first one included; 12 unless set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Below 1.</exception>
    public int MaxAttempts
    {
        get => _maxAttempts;
        init => _maxAttempts = value >= 1 ? value : throw new ArgumentOutOfRangeException(nameof(MaxAttempts), value, "There is at least one attempt.");
    }

    /// <summary>The pause after the first attempt; 20 ms unless set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative, or longer than a day.</exception>
    public TimeSpan FirstDelay
    {
        get => _firstDelay;
        init => _firstDelay = Checked(value, nameof(FirstDelay));
    }

    /// <summary>The longest pause; a second unless set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative, or longer than a day.</exception>
    public TimeSpan MaxDelay
    {
        get => _maxDelay;
        init => _maxDelay = Checked(value, nameof(MaxDelay));
    }

    /// <summary>When this time has gone by, no new attempt begins; 30 s unless set.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative, or longer than a day.</exception>
    public TimeSpan Patience
    {
        get => _patience;
        init => _patience = Checked(value, nameof(Patience));
    }

    /// <summary>Attempts and times.</summary>
    public override string ToString() => FormattableString.Invariant($"at most {MaxAttempts} attempts within {Patience}, {FirstDelay} to {MaxDelay} apart");

    private static TimeSpan Checked(TimeSpan value, string name) => value >= TimeSpan.Zero && value <= TimeSpan.FromDays(1)
        ? value
        : throw new ArgumentOutOfRangeException(name, value, "The time lies between zero and a day.");
}
