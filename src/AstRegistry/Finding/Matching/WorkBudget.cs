using System.Runtime.CompilerServices;

namespace AstRegistry.Finding;

/// <summary>
/// What is left to a query of work and time. A unit of work is about a candidate looked at, a character that an automaton or a pattern steps
/// over is one or more. For one thread.
/// </summary>
internal sealed class WorkBudget
{
    // So much work, some microseconds, passes between two looks at the clock.
    private const int WorkPerCheck = 4096;
    private const int CharactersPerUnit = 16;

    private readonly FinderQuery? _query;
    private readonly long _maxWork;
    private readonly TimeSpan _timeout;
    private readonly TimeProvider? _clock;
    private readonly long _started;
    private readonly CancellationToken _cancellation;
    private long _checked;
    private int _untilCheck = WorkPerCheck;

    private WorkBudget() => _maxWork = long.MaxValue;

    public WorkBudget(FinderQuery query, FinderOptions options, CancellationToken cancellation)
    {
        _query = query;
        _maxWork = options.MaxWork;
        _timeout = query.HasRegex && options.RegexTimeout < options.Timeout ? options.RegexTimeout : options.Timeout;
        _clock = options.TimeProvider;
        _started = _clock.GetTimestamp();
        _cancellation = cancellation;
        cancellation.ThrowIfCancellationRequested();
    }

    /// <summary>A budget that never ends.</summary>
    public static WorkBudget Unlimited => new();

    /// <summary>The work done so far.</summary>
    public long Spent => _checked + WorkPerCheck - _untilCheck;

    /// <summary>Takes work off.</summary>
    /// <exception cref="FinderBudgetException">Nothing is left.</exception>
    /// <exception cref="OperationCanceledException">The caller gave up.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Spend(int work)
    {
        _untilCheck -= work;
        if (_untilCheck < 0) Check();
    }

    /// <summary>Takes off what it costs to compare or search a text.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void SpendOn(ReadOnlySpan<char> text) => Spend(1 + (text.Length / CharactersPerUnit));

    /// <summary>The fault of a regular expression that was given up.</summary>
    public FinderBudgetException TookTooLong(TimeSpan limit, Exception? cause = null) => new(_query,
        FormattableString.Invariant($"took longer than {limit.TotalMilliseconds} ms"), "Add a term that narrows the search, simplify the pattern, or allow more time in the options.", cause);

    private void Check()
    {
        _checked = Spent;
        _untilCheck = WorkPerCheck;
        _cancellation.ThrowIfCancellationRequested();
        if (_checked > _maxWork)
        {
            throw new FinderBudgetException(_query, FormattableString.Invariant($"needs more work than {_maxWork} units"), "Add a term that narrows the search, or allow more work in the options.", null);
        }

        if (_clock is not null && _clock.GetElapsedTime(_started) > _timeout) throw TookTooLong(_timeout);
    }
}
