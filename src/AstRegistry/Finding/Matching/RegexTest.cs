using System.Text.RegularExpressions;

namespace AstRegistry.Finding;

/// <summary>A regular expression matches somewhere in the text.</summary>
/// <remarks>
/// It runs without backtracking, in time linear in the text. Automata above the framework's limit are refused when the query is made. On a long text
/// a match that takes too long is given up by the framework's own clock, as nothing else can interrupt it; a short one ends soon enough.
/// </remarks>
internal sealed class RegexTest : TermTest
{
    /// <summary>How long one long text may take.</summary>
    public static readonly TimeSpan MatchTimeout = TimeSpan.FromMilliseconds(50);

    // What a character costs an automaton, by the measure of a search for a fixed text.
    private const int WorkPerCharacter = 4;
    private const int WorkPerMatch = 32;
    private const int LongText = 2048;

    private readonly Regex _regex;
    private Regex? _timedRegex;

    public RegexTest(string pattern)
    {
        _regex = Make(pattern, Regex.InfiniteMatchTimeout);
        Needs = RegexLiterals.Of(pattern);
    }

    public override TermNeeds Needs { get; }

    public override bool IsMatch(ReadOnlySpan<char> text, WorkBudget budget)
    {
        budget.Spend(WorkPerMatch + (WorkPerCharacter * text.Length));
        if (text.Length < LongText) return _regex.IsMatch(text);
        try
        {
            return (_timedRegex ??= Make(_regex.ToString(), MatchTimeout)).IsMatch(text);
        }
        catch (RegexMatchTimeoutException timeout)
        {
            throw budget.TookTooLong(MatchTimeout, timeout);
        }
    }

    private static Regex Make(string pattern, TimeSpan timeout)
    {
        if (pattern.Length > FinderLimits.MaxRegexLength)
        {
            throw new FinderSyntaxException(FinderLimits.MaxRegexLength + 1, FormattableString.Invariant($"a regular expression of at most {FinderLimits.MaxRegexLength} characters"), FormattableString.Invariant($"It has {pattern.Length}."));
        }

        try
        {
            return new(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant, timeout);
        }
        catch (RegexParseException fault)
        {
            // The parser's offset stands behind what it refused.
            throw new FinderSyntaxException(Math.Clamp(fault.Offset, 1, pattern.Length), "a regular expression", fault.Message, fault);
        }
        catch (NotSupportedException fault)
        {
            throw new FinderSyntaxException(1, "a regular expression without look-around, back references and large repetitions", fault.Message, fault);
        }
    }
}
