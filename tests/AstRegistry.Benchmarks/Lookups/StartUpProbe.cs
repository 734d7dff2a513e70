using System.Globalization;
using System.Reflection;
using AstRegistry.Benchmarks.Harness;

namespace AstRegistry.Benchmarks.Lookups;

/// <summary>What a fresh process does: it loads the assembly, takes one first time, prints it and ends.</summary>
internal static class StartUpProbe
{
    /// <summary>The hidden first argument that makes a process a probe.</summary>
    public const string Command = "start-up-probe";

    public const string GetTypes = "types";
    public const string Find = "find";
    public const string IsLoadedEarly = "early";

    public static int Run(string[] args)
    {
        var assembly = Assembly.LoadFrom(args[1]);
        var doors = assembly.GetType(LookupAssembly.DoorsType, throwOnError: true)!;
        var result = args[0] switch
        {
            GetTypes => Clock.Time(() => assembly.GetTypes()),
            Find => TimeFind(doors.GetMethod("FindFirst")!.CreateDelegate<Func<string, int>>(), args[2]),
            _ => CountEarly(doors.GetMethod("TouchNothing")!.CreateDelegate<Func<int>>()),
        };
        Console.WriteLine(result.ToString(CultureInfo.InvariantCulture));
        return 0;
    }

    private static double TimeFind(Func<string, int> find, string key) => Clock.Time(() => find(key));

    /// <summary>Whether using the assembly, but not its registry, loads the library.</summary>
    private static double CountEarly(Func<int> touch)
    {
        touch();
        return AppDomain.CurrentDomain.GetAssemblies().Count(static assembly => assembly.GetName().Name == "AstRegistry");
    }
}
