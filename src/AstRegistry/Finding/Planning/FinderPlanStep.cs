using System.Diagnostics;

namespace AstRegistry;

/// <summary>A step of a <see cref="FinderPlan"/>.</summary>
/// <param name="Access">How it comes to its entries.</param>
/// <param name="Term">The term that it serves; null for a scan.</param>
/// <param name="Text">What is looked up: an id, a value, or a part of one; empty where nothing is.</param>
/// <param name="Estimate">About how many entries it brings.</param>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record FinderPlanStep(FinderAccess Access, FinderTerm? Term, string Text, int Estimate)
{
    /// <summary>The step as a sentence.</summary>
    public override string ToString() => Access switch
    {
        FinderAccess.Id => FormattableString.Invariant($"look up the id '{Text}'"),
        FinderAccess.Namespace => FormattableString.Invariant($"list the namespace '{Text}': {Estimate} entries"),
        FinderAccess.Equality => FormattableString.Invariant($"look up '{Text}' among the values of {Term!.Field}: about {Estimate} entries"),
        FinderAccess.Prefix => FormattableString.Invariant($"take the range of '{Text}' from the sorted values of {Term!.Field}: about {Estimate} entries, {Term}"),
        FinderAccess.Suffix => FormattableString.Invariant($"take the range of '{Text}' from the reversed values of {Term!.Field}: about {Estimate} entries, {Term}"),
        FinderAccess.Trigrams => FormattableString.Invariant($"intersect the trigrams of '{Text}' over {Term!.Field}: at most about {Estimate} entries, {Term}"),
        FinderAccess.Values => FormattableString.Invariant($"test every distinct value of {Term!.Field}: {Term}"),
        FinderAccess.Scan => FormattableString.Invariant($"scan {Estimate} entries"),
        _ => FormattableString.Invariant($"verify {Term}"),
    };
}
