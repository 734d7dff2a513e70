namespace AstRegistry.FieldStudy;

/// <summary>A command line split into plain arguments and <c>--name value</c> pairs.</summary>
internal sealed class Arguments
{
    private readonly Dictionary<string, string> _named = [];

    public Arguments(string[] args)
    {
        for (var i = 0; i < args.Length; i++)
        {
            if (!args[i].StartsWith("--", StringComparison.Ordinal)) Plain.Add(args[i]);
            else if (i + 1 < args.Length) _named[args[i]] = args[++i];
        }
    }

    public List<string> Plain { get; } = [];

    public string Get(string name, string fallback) => _named.GetValueOrDefault(name, fallback);
}
