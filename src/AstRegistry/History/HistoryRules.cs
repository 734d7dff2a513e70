using AstRegistry.Values;

namespace AstRegistry.History;

/// <summary>What every backend asks of its arguments, so that all refuse the same with the same words.</summary>
internal static class HistoryRules
{
    /// <summary>The most characters of the name of a registry, and of a participant.</summary>
    public const int MaxNameLength = 512;

    /// <exception cref="ArgumentException">The name is empty, too long, or has a control character or half a surrogate pair.</exception>
    public static void CheckRegistry(string registry) => CheckName(registry, "registry", nameof(registry));

    /// <exception cref="ArgumentException">The name is empty, too long, or has a control character or half a surrogate pair.</exception>
    public static void CheckParticipant(string participant) => CheckName(participant, "participant", nameof(participant));

    /// <summary>Whether versions can follow a head.</summary>
    /// <exception cref="ArgumentException">There are none, their revisions do not follow the head, or two have one commit id.</exception>
    public static void CheckAppend(HistoryHead expected, IReadOnlyList<HistoryVersion> versions)
    {
        ArgumentNullException.ThrowIfNull(versions);
        if (versions.Count == 0) throw new ArgumentException("There is no version to append.", nameof(versions));
        for (var i = 0; i < versions.Count; i++)
        {
            var wanted = expected.Revision + 1 + i;
            if (versions[i].Version.Revision == wanted) continue;
            throw new ArgumentException(FormattableString.Invariant($"Version {versions[i].Version.Revision} does not follow the head, {expected.Revision}: {wanted} would."), nameof(versions));
        }

        if (versions.Count > 1 && versions.GroupBy(static version => version.Version.CommitId).FirstOrDefault(static group => group.Skip(1).Any()) is { } repeated)
        {
            throw new ArgumentException($"Two versions have the commit id {repeated.Key}.", nameof(versions));
        }
    }

    /// <summary>A commit id that belongs to another version already.</summary>
    public static ArgumentException RepeatedCommit(HistoryVersion version, long revision) => new(
        FormattableString.Invariant($"Version {version.Version.Revision} cannot be appended: its commit id {version.Version.CommitId} is that of version {revision}, so it was committed already."), nameof(version));

    /// <summary>Whether a version that is kept is the one that was to be appended.</summary>
    public static bool IsSame(HistoryVersion? kept, HistoryVersion version) =>
        kept is not null && kept.Version.Revision == version.Version.Revision && kept.Version.CommitId == version.Version.CommitId && kept.Hash == version.Hash;

    /// <summary>Whether versions up to a revision can be taken away.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The current version would be among them.</exception>
    public static void CheckCompaction(HistoryHead head, long through)
    {
        if (through < head.Current || through <= head.CompactedRevision) return;
        throw new ArgumentOutOfRangeException(nameof(through), through, FormattableString.Invariant($"The history can be compacted through {head.Current - 1} at most: version {head.Current} is current."));
    }

    /// <summary>Whether a version is kept; the empty registry before the first is not.</summary>
    /// <exception cref="CompactedException">It was compacted away.</exception>
    /// <exception cref="HistoryException">There is none (<see cref="HistoryFault.UnknownVersion"/>).</exception>
    public static void CheckKept(string registry, HistoryHead head, long revision)
    {
        if (revision < 1 || revision > head.Revision) throw Unknown(registry, head, revision);
        if (revision <= head.CompactedRevision) throw new CompactedException(revision, head.CompactedRevision);
    }

    /// <summary>Whether a version can be made current; the empty registry before the first can, too, as long as nothing was compacted.</summary>
    /// <inheritdoc cref="CheckKept"/>
    public static void CheckMove(string registry, HistoryHead head, long revision)
    {
        if (revision != 0) CheckKept(registry, head, revision);
        else if (head.CompactedRevision > 0) throw new CompactedException(0, head.CompactedRevision);
    }

    /// <summary>Whether a checkpoint is of a version that was appended, or of the empty registry.</summary>
    /// <exception cref="HistoryException">There is no such version (<see cref="HistoryFault.UnknownVersion"/>).</exception>
    public static void CheckCheckpoint(string registry, HistoryHead head, HistoryCheckpoint checkpoint)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        if (checkpoint.Revision < 0 || checkpoint.Revision > head.Revision) throw Unknown(registry, head, checkpoint.Revision);
    }

    /// <summary>Which of the versions above one and up to another are kept; an empty range has an end before its beginning.</summary>
    /// <exception cref="CompactedException">One of them was compacted away.</exception>
    public static (long First, long Last) RangeOf(HistoryHead head, long after, long through)
    {
        var first = Math.Clamp(after, 0, long.MaxValue - 1) + 1;
        var last = Math.Min(through, head.Revision);
        return first > last || first > head.CompactedRevision ? (first, last) : throw new CompactedException(first, head.CompactedRevision);
    }

    private static HistoryException Unknown(string registry, HistoryHead head, long revision) =>
        new(HistoryFault.UnknownVersion, FormattableString.Invariant($"The history of '{registry}' has no version {revision}: the last is {head.Revision}."));

    private static void CheckName(string name, string role, string parameter)
    {
        ArgumentException.ThrowIfNullOrEmpty(name, parameter);
        if (name.Length > MaxNameLength) throw new ArgumentException(FormattableString.Invariant($"The name of the {role} has {name.Length} characters; at most {MaxNameLength} are allowed."), parameter);
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsControl(name[i])) throw new ArgumentException(FormattableString.Invariant($"The name of the {role} has a control character, U+{(int)name[i]:X4}, at index {i}."), parameter);
        }

        if (TextRules.FirstLoneSurrogate(name) is var place and >= 0) throw new ArgumentException(FormattableString.Invariant($"The name of the {role} has a surrogate without its other half at index {place}."), parameter);
    }
}
