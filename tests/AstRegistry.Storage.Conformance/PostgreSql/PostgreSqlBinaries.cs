using System.Diagnostics;

namespace AstRegistry.Storage.Conformance.PostgreSql;

/// <summary>Finds the programs of a PostgreSQL server on this machine.</summary>
internal static class PostgreSqlBinaries
{
    /// <summary>Names the folder of the programs where it is none of the usual ones.</summary>
    public const string Variable = "ASTREGISTRY_POSTGRES_BIN";

    /// <summary>The folder of <c>initdb</c>, <c>pg_ctl</c> and <c>postgres</c>; null if there is none.</summary>
    public static string? Folder { get; } = Candidates().FirstOrDefault(IsComplete);

    /// <summary>Why there is no server, and what to do.</summary>
    public static string Missing =>
        $"PostgreSQL is not on this machine: install a server (on Debian 'apt-get install postgresql'), or set {Variable} to the folder that has initdb and pg_ctl.";

    private static IEnumerable<string> Candidates()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named) return [named];
        string[] parents = ["/usr/lib/postgresql", "/usr/local/lib/postgresql", "/opt/homebrew/opt", "/usr/local/opt", @"C:\Program Files\PostgreSQL"];
        var versions = parents.Where(Directory.Exists).SelectMany(static parent => Directory.GetDirectories(parent)).OrderDescending(StringComparer.Ordinal);
        return [.. ByConfig(), .. versions.Select(static version => Path.Combine(version, "bin")), "/usr/local/pgsql/bin", "/usr/local/bin", "/usr/bin"];
    }

    /// <summary>What <c>pg_config</c> says, which may belong to a client without a server.</summary>
    private static IEnumerable<string> ByConfig()
    {
        try
        {
            using var config = Process.Start(new ProcessStartInfo("pg_config", "--bindir") { RedirectStandardOutput = true });
            return config is null ? [] : [config.StandardOutput.ReadToEnd().Trim()];
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return [];
        }
    }

    private static bool IsComplete(string folder)
    {
        var suffix = OperatingSystem.IsWindows() ? ".exe" : "";
        return new[] { "initdb", "pg_ctl", "postgres" }.All(program => File.Exists(Path.Combine(folder, program + suffix)));
    }
}
