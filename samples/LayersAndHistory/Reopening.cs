namespace Checker;

/// <summary>Another process would find the same: versions, branches, and the one that was current.</summary>
internal static class Reopening
{
    public static async Task RunAsync(string path)
    {
        Report.Title("The file, opened again");
        await using var functions = await FunctionRegistry.OpenAsync(path);
        Report.Line($"{functions}");
        foreach (var version in functions.Versions.All.Skip(1)) Report.Line($"{version} by {version.Actor}, {version.OperationCount} operations");
        var report = await functions.VerifyAsync();
        Report.Line($"verified: {report}");
    }
}
