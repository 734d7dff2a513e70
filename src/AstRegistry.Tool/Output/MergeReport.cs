using AstRegistry.Locking;

namespace AstRegistry.Tool.Output;

/// <summary>What a merge of lock files came to, for people.</summary>
internal static class MergeReport
{
    /// <summary>Writes a line, and more where something is left to decide.</summary>
    public static void Write(TextWriter writer, string path, LockMergeResult result)
    {
        if (result.IsClean) writer.WriteLine($"{path} has no conflict left.");
        foreach (var fault in result.Faults) writer.WriteLine($"{path}({fault.Line},{fault.Column}): {fault.Message}");
        if (result.Conflicts.Count == 0) return;
        writer.WriteLine($"{path}: conflicts left: {result.Conflicts.Count}. Keep one side of each, and remove the markers.");
        foreach (var conflict in result.Conflicts)
        {
            writer.WriteLine(conflict.Kind == LockConflictKind.IdWithTwoKeys ? "  one id, two meanings:" : "  one declaration, two ids:");
            foreach (var record in conflict.Ours) writer.WriteLine($"    ours    {record}");
            foreach (var record in conflict.Theirs) writer.WriteLine($"    theirs  {record}");
        }
    }
}
