using AstRegistry;
using Checker.Language;

namespace Checker;

/// <summary>The functions that were checked, as entries of a registry with its versions in a SQLite file.</summary>
internal static class FunctionRegistry
{
    public const string Kind = "function";

    public static async Task<VersionedRegistry> OpenAsync(string path) => await VersionedRegistry.OpenAsync(new()
    {
        Name = "functions",
        History = await SqliteHistory.OpenAsync(path),
        OwnsHistory = true,
        Dependencies = new DependencyResolver(DependencyPattern.Direct("meta.calls[*]")),
    });

    /// <summary>A function as an entry: what it is found by in its meta data, its text as its data.</summary>
    public static RegistryEntry ToEntry(string file, Function function)
    {
        var calls = Calls(function.Body).Distinct().Select(name => RegistryValue.Of($"{(name is "add" or "join" ? "core" : file)}:{name}"));
        return new(
            new(file, function.Name),
            Kind,
            RegistryValue.MapOf(("result", function.Result), ("arity", function.Parameters.Count), ("calls", RegistryValue.ListOf(calls))),
            function.ToString());
    }

    private static IEnumerable<string> Calls(Expression expression) =>
        expression is Call call ? call.Arguments.SelectMany(Calls).Prepend(call.Function) : [];
}
