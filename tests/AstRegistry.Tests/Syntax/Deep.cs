using System.Runtime.ExceptionServices;
using AstRegistry.Packing;
using Microsoft.CodeAnalysis;

namespace AstRegistry.Tests.Syntax;

/// <summary>
/// Reads source that nests deeply: parses it on a thread whose stack is as large as the parser wants, and walks it on one whose stack is
/// smaller than any compiler gives.
/// </summary>
internal static class Deep
{
    private const int ParserStack = 1 << 30;
    private const int WalkStack = 1 << 18;

    public static void Run(string source, Action<FileTable> check, AstRegistryDetail detail = AstRegistryDetail.Nodes)
    {
        SyntaxTree? tree = null;
        FileTable? table = null;
        OnThread(ParserStack, () => (tree = TestInventory.Parse(source)).GetRoot());
        OnThread(WalkStack, () => table = TestInventory.Read(tree!, detail));
        check(table!);
    }

    private static void OnThread(int stackSize, Action work)
    {
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    work();
                }
                catch (Exception e)
                {
                    failure = ExceptionDispatchInfo.Capture(e);
                }
            },
            stackSize);
        thread.Start();
        thread.Join();
        failure?.Throw();
    }
}
