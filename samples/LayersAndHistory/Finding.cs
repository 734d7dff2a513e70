using AstRegistry;

namespace Checker;

/// <summary>Finds entries by what they are.</summary>
internal static class Finding
{
    public static void Run(VersionedRegistry functions)
    {
        Report.Title("Finding");
        var finder = new Finder();
        foreach (var query in (string[])[".ns=numbers", "meta.result=Int meta.arity=1", "meta.calls$=:join", ".name~=^(he|sh)"])
        {
            Report.Line($"{query,-30} {string.Join(", ", finder.Find(functions.Current, query).Select(static entry => entry.Id))}");
        }
    }
}
