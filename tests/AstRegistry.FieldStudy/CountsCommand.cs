using AstRegistry.FieldStudy.Counts;
using AstRegistry.FieldStudy.Sources;
using Microsoft.CodeAnalysis;

namespace AstRegistry.FieldStudy;

/// <summary>Compares the modules and functions of the inventory with an independent count by the compiler's symbols.</summary>
internal static class CountsCommand
{
    private const int Shown = 20;

    public static int Run(string[] args)
    {
        var arguments = new Arguments(args);
        var differences = 0;
        Console.WriteLine($"{"ours / symbols",-20}{"modules",16}{"functions",16}{"local functions",18}{"lambdas",16}");
        foreach (var path in arguments.Plain)
        {
            var project = SourceProject.Load(path, arguments.Get("--framework", "net8.0"));
            var compilation = project.Compile(project.Parse());
            var errors = compilation.GetDiagnostics().Where(d => d.Severity == DiagnosticSeverity.Error).ToList();
            var symbols = new SymbolCount(compilation);
            var ours = new InventoryCount(compilation.SyntaxTrees);
            Console.WriteLine($"{project.Name,-20}{$"{ours.Modules.Count} / {symbols.Modules.Count}",16}{$"{ours.Functions.Count} / {symbols.Functions.Count}",16}{$"{ours.LocalFunctions} / {symbols.LocalFunctions}",18}{$"{ours.Lambdas} / {symbols.Lambdas}",16}   ({project.Files.Count} files, {errors.Count} compile errors)");
            foreach (var error in errors.Take(3)) Console.WriteLine($"    {error}");
            List<string> different = [.. ours.Modules.Differences(symbols.Modules), .. ours.Functions.Differences(symbols.Functions)];
            differences += different.Count;
            foreach (var difference in different.Take(Shown)) Console.WriteLine("    " + difference);
            if (different.Count > Shown) Console.WriteLine($"    and {different.Count - Shown} more");
        }

        Console.WriteLine($"differences by place: {differences}");
        return differences == 0 ? 0 : 1;
    }
}
