using AstRegistry.Locking;

namespace AstRegistry.Tool.Output;

/// <summary>How things are said, in reports of every kind alike.</summary>
internal static class Words
{
    /// <summary>What became of an id, in a word.</summary>
    public static string Of(LockChangeKind kind) => kind switch
    {
        LockChangeKind.Added => "added",
        LockChangeKind.Renamed => "renamed",
        LockChangeKind.Moved => "moved",
        LockChangeKind.Retired => "retired",
        LockChangeKind.Retargeted => "retargeted",
        LockChangeKind.Revived => "revived",
        LockChangeKind.Removed => "removed",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>The colour of a change.</summary>
    public static Colour ColourOf(LockChangeKind kind) => kind switch
    {
        LockChangeKind.Added => Colour.Green,
        LockChangeKind.Retired or LockChangeKind.Revived or LockChangeKind.Removed => Colour.Red,
        _ => Colour.Yellow,
    };

    /// <summary>A change in a line, without its word: <c>method Shop.Cart.Add(Item) -> Shop.Cart.AddItem(Item)</c>.</summary>
    public static string Of(LockChange change) => change switch
    {
        { Kind: LockChangeKind.Renamed or LockChangeKind.Moved, Before: { } before, After: { } after } => Of(before.Key, after.Key),
        { Kind: LockChangeKind.Retargeted, Before: { } before, After: { } after } => $"{change.Key} in {Of(after.Targets)} (was in {Of(before.Targets)})",
        _ => change.Key.ToString(),
    };

    /// <summary>A rename in a line.</summary>
    public static string Of(LockKey from, LockKey to) => from.Kind == to.Kind ? $"{from} -> {to.Key}" : $"{from} -> {to}";

    /// <summary>How many there are of each kind: <c>1 renamed, 2 added</c>.</summary>
    public static string Count(IReadOnlyList<LockChange> changes) => changes.Count == 0
        ? "nothing but its form"
        : string.Join(", ", changes.GroupBy(static change => change.Kind).OrderBy(static group => Rank(group.Key)).Select(static group => $"{group.Count()} {Of(group.Key)}"));

    /// <summary>The order in which changes are told where only some can be: renames first, because they are what a reviewer looks for.</summary>
    public static int Rank(LockChangeKind kind) => kind switch { LockChangeKind.Renamed => 0, LockChangeKind.Moved => 1, _ => 2 + (int)kind };

    private static string Of(LockTargets targets) => targets.IsAll ? "all targets" : targets.ToString();
}
