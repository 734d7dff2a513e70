using System.Text;

namespace AstRegistry.Locking;

/// <summary>
/// The content of a lock file: which id each type and member of a project has, has had, and which ids are retired. Immutable.
/// </summary>
/// <remarks>
/// Reading never fails. What cannot be read is a fault with its place; everything else is there. Where records contradict each other, the
/// first one in the file is kept and the others are faults.
/// </remarks>
internal sealed class LockFile
{
    private readonly string? _text;
    private readonly Lazy<Dictionary<LockKey, LockRecord>> _live;

    private LockFile(IReadOnlyList<LockRecord> records, IReadOnlyList<LockFault> faults, string? text)
    {
        Records = records;
        Faults = faults;
        _text = text;
        _live = new(() => LiveRecords(records));
    }

    /// <summary>The file without records.</summary>
    public static LockFile Empty { get; } = new([], [], null);

    /// <summary>The records, sorted by id; ids are unique, and so are the keys of those that are not retired.</summary>
    public IReadOnlyList<LockRecord> Records { get; }

    /// <summary>What is wrong, in the order of the file.</summary>
    public IReadOnlyList<LockFault> Faults { get; }

    /// <summary>Whether anything is wrong.</summary>
    public bool IsFaulty => Faults.Count > 0;

    /// <summary>How many lines repeat another one word by word. They change nothing.</summary>
    public int DuplicateLines { get; private init; }

    /// <summary>
    /// Whether the text that was read is what <see cref="ToText"/> writes. If not, the file is not sorted, not in LF, has a byte order mark,
    /// repeats a line, or the like. O(n).
    /// </summary>
    public bool IsCanonical => _text is null || (!IsFaulty && ToText() == _text);

    /// <summary>A last line without line end: whether it is whole shows only beside its id.</summary>
    public LockLine? UnterminatedLine { get; private init; }

    /// <summary>The lines with their sides where the file holds conflicts that can be told apart; null otherwise.</summary>
    public IReadOnlyList<LockLine>? ConflictedLines { get; private init; }

    /// <summary>Whether <see cref="ConflictedLines"/> holds, in each conflict, what the common ancestor held.</summary>
    public bool ConflictsHaveAncestors { get; private init; }

    /// <summary>Reads the text of a lock file. O(n), and O(n log n) for one that is not sorted.</summary>
    public static LockFile Parse(string text)
    {
        var reader = new LockReader(text).Read();
        var check = new LockConsistency(reader.Lines, reader.Faults);
        var records = check.Run();
        var hasConflicts = reader.Faults.Exists(static fault => fault.Kind == LockFaultKind.ConflictMarker);
        reader.Faults.Sort(static (one, other) => one.Line != other.Line ? one.Line.CompareTo(other.Line) : one.Column.CompareTo(other.Column));
        return new LockFile(records, reader.Faults, text)
        {
            DuplicateLines = check.Duplicates,
            UnterminatedLine = reader.IsUnterminated && reader.Lines.Count > 0 ? reader.Lines[reader.Lines.Count - 1] : null,
            ConflictedLines = hasConflicts && reader.ConflictsAreWhole ? reader.Lines : null,
            ConflictsHaveAncestors = reader.ConflictsHaveAncestors,
        };
    }

    /// <summary>The file of some records with unique ids, in any order.</summary>
    public static LockFile Of(IEnumerable<LockRecord> records)
    {
        var sorted = records.ToList();
        sorted.Sort(static (one, other) => one.Id.CompareTo(other.Id));
        return new LockFile(sorted, [], null);
    }

    /// <summary>The record of an id; null where the file has none. O(log n).</summary>
    public LockRecord? Find(ulong id)
    {
        for (int low = 0, high = Records.Count - 1; low <= high;)
        {
            var middle = low + ((high - low) / 2);
            var order = Records[middle].Id.CompareTo(id);
            if (order == 0) return Records[middle];
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }

        return null;
    }

    /// <summary>The record of a key that is not retired; null where the file has none. O(1) after the first call.</summary>
    public LockRecord? FindLive(LockKey key) => _live.Value.TryGetValue(key, out var record) ? record : null;

    /// <summary>The canonical text: a line a record, sorted by id, each ended by LF.</summary>
    public string ToText()
    {
        var text = new StringBuilder();
        foreach (var record in Records)
        {
            LockWriter.Append(text, record);
            text.Append('\n');
        }

        return text.ToString();
    }

    private static Dictionary<LockKey, LockRecord> LiveRecords(IReadOnlyList<LockRecord> records)
    {
        var live = new Dictionary<LockKey, LockRecord>(records.Count);
        foreach (var record in records)
        {
            if (!record.IsRetired) live[record.Key] = record;
        }

        return live;
    }
}
