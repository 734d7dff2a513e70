namespace AstRegistry.Locking;

/// <summary>The target frameworks in which a declaration exists: a sorted set of names, or all that the project has.</summary>
internal readonly record struct LockTargets
{
    private const char Separator = ';';

    /// <summary>The names as they stand in the lock file; null for all.</summary>
    private readonly string? _text;

    private LockTargets(string text) => _text = text;

    /// <summary>All targets of the project, the default.</summary>
    public static LockTargets All => default;

    /// <summary>Whether the declaration exists in every target.</summary>
    public bool IsAll => _text is null;

    /// <summary>The names, sorted ordinally; none for <see cref="All"/>.</summary>
    public IReadOnlyList<string> Names => _text is null ? [] : _text.Split(Separator);

    /// <summary>The set of some names; <see cref="All"/> for none.</summary>
    /// <exception cref="ArgumentException">A name cannot stand in a lock file.</exception>
    public static LockTargets Of(IEnumerable<string> names)
    {
        var sorted = new SortedSet<string>(names, StringComparer.Ordinal);
        foreach (var name in sorted)
        {
            if (!IsName(name, 0, name.Length)) throw new ArgumentException($"'{name}' is not the name of a target framework: it may not be empty nor hold white space, ';', '%' or control characters.", nameof(names));
        }

        return sorted.Count == 0 ? All : new LockTargets(string.Join(";", sorted));
    }

    /// <summary>What both sides of a merge leave of the set; see the merge rules in <see cref="LockMerge"/>.</summary>
    public static LockTargets Merge(LockTargets ancestor, LockTargets ours, LockTargets theirs)
    {
        if (ours == theirs || theirs == ancestor) return ours;
        if (ours == ancestor) return theirs;
        if (ours.IsAll || theirs.IsAll) return All;
        var (inOurs, inTheirs) = (ours.Names, theirs.Names);
        var merged = ancestor.IsAll
            ? inOurs.Intersect(inTheirs)
            : inOurs.Union(inTheirs).Where(name => ancestor.Names.Contains(name) ? inOurs.Contains(name) && inTheirs.Contains(name) : true);
        var result = Of(merged);
        return result.IsAll ? ours.Union(theirs) : result;
    }

    /// <summary>The targets of either set.</summary>
    public LockTargets Union(LockTargets other) => IsAll || other.IsAll ? All : Of(Names.Concat(other.Names));

    /// <summary>Whether a stretch of text can be a name.</summary>
    public static bool IsName(string text, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (text[i] is Separator or '%' || char.IsWhiteSpace(text[i]) || char.IsControl(text[i]) || char.IsSurrogate(text[i])) return false;
        }

        return end > start;
    }

    /// <summary>The names as they stand in the lock file; empty for <see cref="All"/>.</summary>
    public override string ToString() => _text ?? "";
}
