using System.Text;

namespace AstRegistry.Locking;

/// <summary>Writes merged records, and conflicts as git does, each before the first record with a greater id.</summary>
internal static class ConflictText
{
    /// <summary>The text; canonical without conflicts.</summary>
    /// <param name="records">The merged records, sorted by id.</param>
    /// <param name="conflicts">The conflicts, sorted by their first id.</param>
    /// <param name="labels">What stands at the markers.</param>
    public static string Write(IEnumerable<LockRecord> records, List<LockConflict> conflicts, LockMergeLabels labels)
    {
        var text = new StringBuilder();
        var next = 0;
        foreach (var record in records)
        {
            for (; next < conflicts.Count && conflicts[next].FirstId < record.Id; next++) Append(text, conflicts[next], labels);
            AppendLine(text, record);
        }

        for (; next < conflicts.Count; next++) Append(text, conflicts[next], labels);
        return text.ToString();
    }

    private static void Append(StringBuilder text, LockConflict conflict, LockMergeLabels labels)
    {
        AppendMarker(text, '<', labels.MarkerSize, labels.Ours);
        foreach (var record in conflict.Ours) AppendLine(text, record);
        AppendMarker(text, '=', labels.MarkerSize, "");
        foreach (var record in conflict.Theirs) AppendLine(text, record);
        AppendMarker(text, '>', labels.MarkerSize, labels.Theirs);
    }

    private static void AppendMarker(StringBuilder text, char mark, int size, string label)
    {
        text.Append(mark, size);
        if (label.Length > 0) text.Append(' ').Append(label);
        text.Append('\n');
    }

    private static void AppendLine(StringBuilder text, LockRecord record)
    {
        LockWriter.Append(text, record);
        text.Append('\n');
    }
}
