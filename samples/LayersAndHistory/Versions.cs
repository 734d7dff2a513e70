using AstRegistry;
using Checker.Language;

namespace Checker;

/// <summary>Commits versions, goes back and forth between them, and branches off.</summary>
internal static class Versions
{
    public static async Task RunAsync(VersionedRegistry functions, LayeredRegistry<Scheme, Function> root)
    {
        Report.Title("Versions");
        foreach (var file in (string[])["core", "numbers", "greetings"])
        {
            var entries = root.ListNamespace(file).Select(name => root.TryGetAst(file, name, out var function) ? FunctionRegistry.ToEntry(file, function) : null!);
            await CommitAsync(functions, new(entries.Select(RegistryOperation.Create)));
        }

        await CommitAsync(functions, Rewrite(functions, "numbers:four", "let four(): Int = add(2, 2)"));
        await functions.CheckoutAsync(3);
        Report.Line($"back at v3: {functions.Current[EntryId.Parse("numbers:four")].Data}");
        await functions.CheckoutAsync(4);
        Report.Line($"forth to v4: {functions.Current[EntryId.Parse("numbers:four")].Data}");

        await functions.CheckoutAsync(2);
        await CommitAsync(functions, Rewrite(functions, "numbers:four", "let four(): Int = 4"));
        Report.Line($"from v4 to v5 the way leads over {string.Join(", ", functions.Versions.PathBetween(4, 5))}");
        Report.Line($"and changes: {string.Join("; ", await functions.DiffAsync(4, 5))}");
        var before = await functions.LoadStateAsync(1);
        Report.Line($"as of v1 there were {before.Count} functions, now there are {functions.Current.Count}");
        await functions.CheckoutAsync(4);
    }

    private static ChangeSet Rewrite(VersionedRegistry functions, string id, string text)
    {
        var entry = functions.Current[EntryId.Parse(id)];
        return new(RegistryOperation.Update(entry.WithData(text), entry));
    }

    private static async Task CommitAsync(VersionedRegistry functions, ChangeSet changes)
    {
        var outcome = await functions.CommitAsync(changes, new() { Actor = "sample" });
        Report.Line(outcome is CommitOutcome.Committed committed ? $"{committed.Version}: {committed.Changes}" : $"not committed: {outcome}");
    }
}
