using static SQLitePCL.raw;

namespace AstRegistry.Sqlite;

/// <summary>Makes the exceptions for rows that SQLite gives without complaint and that are wrong all the same.</summary>
internal static class Damage
{
    public static EngineException In(FormattableString place) => new(SQLITE_CORRUPT, FormattableString.Invariant(place) + " is not as it was written");

    public static EngineException Missing(FormattableString place) => new(SQLITE_CORRUPT, FormattableString.Invariant(place) + " is missing");
}
