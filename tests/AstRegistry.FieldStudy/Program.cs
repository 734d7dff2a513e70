namespace AstRegistry.FieldStudy;

/// <summary>Measures the implementation on real code that lies beside the project. Each command is one file.</summary>
internal static class Program
{
    private const string Usage = """
        Usage: dotnet run -c Release --project tests/AstRegistry.FieldStudy -- <command> …

        """;

    /// <summary>The commands by name, each with its arguments; a new command is one line here.</summary>
    private static readonly (string Name, string Arguments, Func<string[], int> Run)[] Commands =
    [
        ("ids", "<git-repository>… [--commits 300] [--path <subfolder>] [--define A;B] [--examples 10]", IdsCommand.Run),
        ("renames", "<git-repository>… [--commits 300] [--path <subfolder>] [--define A;B] [--doubts 0] [--missed 0]", RenamesCommand.Run),
        ("complexity", "<folder>… [--define A;B] [--using N;M] [--reference a.dll;b.dll]", ComplexityCommand.Run),
        ("selfcheck", "", SelfCheckCommand.Run),
        ("counts", "<project>… [--framework net8.0]", CountsCommand.Run),
        ("build", "<project>… [--framework net8.0]", BuildCommand.Run),
        ("bytes", "<project>… [--framework net8.0] [--timings 5]", BytesCommand.Run),
    ];

    private static int Main(string[] args)
    {
        foreach (var (name, _, run) in Commands)
            if (args.Length > 0 && args[0] == name) return run(args[1..]);
        Console.Error.WriteLine(Usage + string.Join('\n', Commands.Select(c => $"  {c.Name,-12} {c.Arguments}")));
        return 2;
    }
}
