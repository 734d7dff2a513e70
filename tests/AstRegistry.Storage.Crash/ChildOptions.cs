using System.Globalization;
using AstRegistry.Storage.Crash.Protocol;

namespace AstRegistry.Storage.Crash;

/// <summary>What a child is to do, as its command line says it.</summary>
/// <param name="Engine">The backend: <see cref="Sqlite"/> or <see cref="PostgreSql"/>.</param>
/// <param name="Location">The database file, or the connection string.</param>
/// <param name="Schema">The schema in PostgreSQL; empty for SQLite.</param>
/// <param name="Seed">What its choices depend on.</param>
/// <param name="Stop">The place at which it is to wait to be killed.</param>
/// <param name="Skip">How often it passes that place before.</param>
/// <param name="Fault">What it does wrong.</param>
internal sealed record ChildOptions(string Engine, string Location, string Schema, int Seed, CrashPoint Stop, int Skip, ChildFault Fault)
{
    public const string Sqlite = "sqlite";

    public const string PostgreSql = "postgresql";

    public static ChildOptions Parse(string[] arguments) => new(
        arguments[0],
        arguments[1],
        arguments[2],
        int.Parse(arguments[3], CultureInfo.InvariantCulture),
        Enum.Parse<CrashPoint>(arguments[4]),
        int.Parse(arguments[5], CultureInfo.InvariantCulture),
        Enum.Parse<ChildFault>(arguments[6]));

    public string[] ToArguments() => [Engine, Location, Schema, Seed.ToString(CultureInfo.InvariantCulture), Stop.ToString(), Skip.ToString(CultureInfo.InvariantCulture), Fault.ToString()];
}
