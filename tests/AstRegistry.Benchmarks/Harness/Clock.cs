using System.Diagnostics;

namespace AstRegistry.Benchmarks.Harness;

/// <summary>
/// Takes the time of work on one or more threads. Processor time of the process where the system accounts for it finely, because it does not
/// count what other programs do meanwhile; elapsed time on Windows, which accounts in steps of its timer.
/// </summary>
internal static class Clock
{
    public static bool IsProcessorTime { get; } = !OperatingSystem.IsWindows();

    /// <summary>The nanoseconds that the work takes.</summary>
    public static double Time(Action work)
    {
        if (!IsProcessorTime) return Elapsed(work);
        var before = Environment.CpuUsage.TotalTime;
        work();
        return (Environment.CpuUsage.TotalTime - before).TotalNanoseconds;
    }

    /// <summary>The nanoseconds that pass meanwhile, for work too short for the accounting.</summary>
    public static double Elapsed(Action work)
    {
        var before = Stopwatch.GetTimestamp();
        work();
        return Stopwatch.GetElapsedTime(before).TotalNanoseconds;
    }
}
