using System.Collections.Immutable;

namespace AstRegistry.Storage.Crash.Protocol;

/// <summary>A commit that is about to be made, in a line: its id, then a letter, an id and a value for each operation.</summary>
/// <param name="CommitId">The id of the commit.</param>
/// <param name="Changes">The operations.</param>
internal sealed record Intention(Guid CommitId, ImmutableArray<Change> Changes)
{
    /// <summary>Whether the durable handler is told of it.</summary>
    public bool IsWitnessed => Changes.Any(static change => change.IsWitnessed);

    /// <summary>Whether the judge refuses it.</summary>
    public bool IsWrong => Changes.Any(static change => change.IsWrong);

    public static Intention Parse(string line) =>
        line.Split(' ') is [var id, .. var changes] ? new(Guid.Parse(id), [.. changes.Select(Change.Parse)]) : throw new FormatException($"No intention: {line}");

    /// <summary>The change set of the first so many operations.</summary>
    public ChangeSet ToChangeSet(int operations) => new(Changes.Take(operations).Select(static change => change.ToOperation()));

    public ChangeSet ToChangeSet() => ToChangeSet(Changes.Length);

    public override string ToString() => $"{CommitId} {string.Join(' ', Changes)}";
}
