using System.Diagnostics;
using System.Globalization;

namespace AstRegistry.Storage.Conformance.PostgreSql;

/// <summary>Children of a process, as Linux tells them.</summary>
internal static class ProcessTree
{
    /// <summary>The ids of the direct children.</summary>
    public static IEnumerable<int> ChildrenOf(int parent) => OperatingSystem.IsLinux()
        ? Directory.GetDirectories("/proc").Select(Path.GetFileName).Select(IdOf).Where(id => id > 0 && ParentOf(id) == parent).ToArray()
        : [];

    /// <summary>Kills a process that may have ended already.</summary>
    public static void Kill(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
        }
        catch (Exception exception) when (exception is ArgumentException or InvalidOperationException)
        {
            // It has ended.
        }
    }

    private static int IdOf(string? name) => int.TryParse(name, CultureInfo.InvariantCulture, out var id) ? id : 0;

    /// <summary>The fourth field of a line whose second, the name, stands in parentheses and may hold anything.</summary>
    private static int ParentOf(int id)
    {
        try
        {
            var line = File.ReadAllText($"/proc/{id.ToString(CultureInfo.InvariantCulture)}/stat");
            return int.Parse(line[(line.LastIndexOf(')') + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return 0;
        }
    }
}
