namespace AstRegistry.Sqlite;

/// <summary>Gives the pages that compaction freed back to the disk.</summary>
internal static class Vacuum
{
    private const int StepPages = 128;

    // A few free pages stay, so that the next versions need not grow the file again.
    private const int SparePages = 16;

    /// <summary>Gives back some pages. Whether there are more.</summary>
    public static bool Step(EngineConnection connection)
    {
        var free = FreePages(connection);
        if (free > SparePages)
        {
            connection.Execute(FormattableString.Invariant($"PRAGMA incremental_vacuum({Math.Min(StepPages, free - SparePages)})"));
            var left = FreePages(connection);

            // A file that gives nothing back is not asked for ever.
            if (left > SparePages && left < free) return true;
        }

        // Only now does the file itself become smaller, and its log.
        connection.Execute("PRAGMA wal_checkpoint(TRUNCATE)");
        return false;
    }

    private static long FreePages(EngineConnection connection) => connection.Number("PRAGMA freelist_count");
}
