namespace AstRegistry.Tests.Locking;

/// <summary>The merge of lock files as sets of lines, by nothing but text: what every other merge is compared with.</summary>
internal sealed class LineSets(string ancestor)
{
    private readonly Dictionary<string, string> _ancestor = Lines(ancestor);

    /// <summary>
    /// The merged text as plain sets give it, null where both sides changed a line differently; and settled as it is meant: where only one of
    /// two changes retires the line, the other one stays, and null where two keys are left for an id, or two ids for a key.
    /// </summary>
    public (string? Plain, string? Settled) Merge(string ours, string theirs)
    {
        var (our, their) = (Lines(ours), Lines(theirs));
        var merged = new List<string>();
        var (isPlain, isSettled) = (true, true);
        foreach (var id in our.Keys.Union(their.Keys).Order(StringComparer.Ordinal))
        {
            var (before, one, other) = (_ancestor.GetValueOrDefault(id), our.GetValueOrDefault(id), their.GetValueOrDefault(id));
            if (one == before) one = other;
            if (other == before) other = one;
            if (one != other)
            {
                isPlain = false;
                if (IsRetired(one!)) one = other;
                else if (!IsRetired(other!)) isSettled = false;
            }

            merged.Add(one!);
        }

        var live = merged.Where(static line => !IsRetired(line)).Select(static line => line[17..(line.IndexOf(' ', line.IndexOf(' ', 17) + 1) is > 0 and var end ? end : line.Length)]).ToList();
        isSettled &= live.Distinct().Count() == live.Count;
        var text = string.Concat(merged.Select(static line => line + "\n"));
        return (isPlain ? text : null, isSettled ? text : null);
    }

    private static Dictionary<string, string> Lines(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries).ToDictionary(static line => line[..16]);

    private static bool IsRetired(string line) => line.EndsWith(" retired", StringComparison.Ordinal);
}
