using AstRegistry.Tool.Output;

namespace AstRegistry.Tool;

/// <summary>Where the process begins.</summary>
internal static class Program
{
    private static Task<int> Main(string[] arguments) => Application.RunAsync(arguments, Terminal.OfProcess());
}
