using AstRegistry;
using Checker.Language;

namespace Checker;

/// <summary>Type-checks files, each in a batch of its own: what fails leaves nothing behind.</summary>
internal static class Checking
{
    private const string Core = """
        let add(x: Int, y: Int): Int = 0
        let join(x: Text, y: Text): Text = ""
        """;

    private const string Numbers = """
        let twice(x: Int): Int = add(x, x)
        let four(): Int = twice(2)
        """;

    private const string Greetings = """
        let hello(name: Text): Text = join("Hello, ", name)
        let shout(name: Text): Text = hello(add(name, 1))
        """;

    public static void Run(LayeredRegistry<Scheme, Function> root)
    {
        Report.Title("Files are checked in batches");
        Check(root, "core", Core);
        Check(root, "numbers", Numbers);
        Check(root, "greetings", Greetings);
        Check(root, "greetings", Greetings.Replace("add(name, 1)", "join(name, \"!\")", StringComparison.Ordinal));
    }

    private static void Check(LayeredRegistry<Scheme, Function> root, string file, string source)
    {
        using var batch = root.BeginBatch();
        try
        {
            new TypeChecker(batch, file).Check(source);
            batch.Commit();
            Report.Line($"{file}: committed, the root is at revision {root.Revision}");
        }
        catch (TypeException error)
        {
            Report.Line(error.Message);
            Report.Line($"{file}: discarded; of its declarations the root has [{string.Join(", ", root.ListNamespace(file))}]");
        }
    }
}
