using System.Diagnostics;
using System.Text;

namespace AstRegistry;

/// <summary>How a query is answered on a snapshot: which index brings the candidates, and what is checked on them. Immutable.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class FinderPlan
{
    internal FinderPlan(FinderQuery query, IReadOnlyList<FinderPlanStep> steps, int entryCount, int changedCount)
    {
        Query = query;
        Steps = steps;
        EntryCount = entryCount;
        ChangedCount = changedCount;
    }

    /// <summary>The query.</summary>
    public FinderQuery Query { get; }

    /// <summary>The steps: first the one that brings the candidates, then those that check them.</summary>
    public IReadOnlyList<FinderPlanStep> Steps { get; }

    /// <summary>How many entries the snapshot has.</summary>
    public int EntryCount { get; }

    /// <summary>How many entries are looked at one by one, as they have changed since the indexes were made; 0 where no index is used.</summary>
    public int ChangedCount { get; }

    /// <summary>The one namespace that the answer depends on; null if it depends on all.</summary>
    public string? Namespace => Query.Scope;

    /// <summary>The plan as lines of text.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append("find ").Append(Query.Terms.Count == 0 ? "everything" : Query.ToString());
        for (var i = 0; i < Steps.Count; i++) text.Append(FormattableString.Invariant($"\n  {i + 1}. {Steps[i]}"));
        if (ChangedCount > 0) text.Append(FormattableString.Invariant($"\n  and test {ChangedCount} entries that changed since the indexes were made"));
        text.Append("\n  depends on ").Append(Namespace is null ? "every namespace" : $"the namespace '{Namespace}'");
        return text.ToString();
    }
}
