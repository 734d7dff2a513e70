using System.Text;
using AstRegistry.Tool.Output;

namespace AstRegistry.Tool;

/// <summary>Where the process begins.</summary>
internal static class Program
{
    private static Task<int> Main(string[] arguments)
    {
        // Whoever reads the output, a build or a pipe, reads UTF-8.
        if (Console.IsOutputRedirected) Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        return Application.RunAsync(arguments, Terminal.OfProcess());
    }
}
