namespace AstRegistry.Locking;

/// <summary>Splits a lock file into lines and conflicts into their sides, in one pass.</summary>
internal sealed class LockReader(string text)
{
    private const int ShortestMarker = 7;

    private readonly LockLineParser _parser = new(text);
    private LockSide _side;
    private int _markerLength;

    /// <summary>The records, in the order of the file.</summary>
    public List<LockLine> Lines { get; } = [];

    /// <summary>What is wrong with single lines, in the order of the file.</summary>
    public List<LockFault> Faults { get; } = [];

    /// <summary>Whether every conflict says what the common ancestor held.</summary>
    public bool ConflictsHaveAncestors { get; private set; } = true;

    /// <summary>Whether every conflict is closed, and none stands in another.</summary>
    public bool ConflictsAreWhole { get; private set; } = true;

    /// <summary>Whether the last line has no end.</summary>
    public bool IsUnterminated { get; private set; }

    /// <summary>Reads all lines.</summary>
    public LockReader Read()
    {
        var line = 1;
        var start = text.Length > 0 && text[0] == '\uFEFF' ? 1 : 0;
        for (; start < text.Length; line++)
        {
            var newLine = text.IndexOf('\n', start);
            IsUnterminated = newLine < 0;
            var end = newLine < 0 ? text.Length : newLine;
            var next = end + 1;
            if (end > start && text[end - 1] == '\r') end--;
            if (end > start && !TryReadMarker(start, end, line)) ReadRecord(start, end, line);
            start = next;
        }

        if (_side != LockSide.Common) ConflictsAreWhole = false;
        return this;
    }

    private void ReadRecord(int start, int end, int line)
    {
        var record = _parser.Parse(start, end, line, out var fault);
        if (record is not null) Lines.Add(new(record, line, _side));
        else if (fault is not null)
        {
            // A fault that reaches the end of a line without end is what a cut file looks like.
            var isCut = IsUnterminated && fault.Column - 1 + fault.Length == end - start;
            Faults.Add(isCut ? fault with { Kind = LockFaultKind.TruncatedLine } : fault);
        }
    }

    /// <summary>Follows a conflict from marker to marker. A marker out of place is a fault like the others, and the conflict no longer whole.</summary>
    private bool TryReadMarker(int start, int end, int line)
    {
        var mark = text[start];
        if (mark is not ('<' or '|' or '=' or '>')) return false;
        var length = 1;
        while (start + length < end && text[start + length] == mark) length++;
        if (length < ShortestMarker || (start + length < end && text[start + length] != ' ')) return false;

        Faults.Add(new(LockFaultKind.ConflictMarker, line, 1, length, text.Substring(start, Math.Min(length, 80))));
        var (isExpected, next) = mark switch
        {
            '<' => (_side == LockSide.Common, LockSide.Ours),
            '|' => (_side == LockSide.Ours, LockSide.Ancestor),
            '=' => (_side is LockSide.Ours or LockSide.Ancestor, LockSide.Theirs),
            _ => (_side == LockSide.Theirs, LockSide.Common),
        };
        if (!isExpected || (mark != '<' && length != _markerLength))
        {
            ConflictsAreWhole = false;
            return true;
        }

        if (mark == '=' && _side == LockSide.Ours) ConflictsHaveAncestors = false;
        _side = next;
        _markerLength = length;
        return true;
    }
}
