using System.Globalization;
using AstRegistry.Storage.Crash.Protocol;

namespace AstRegistry.Storage.Conformance.Crashes;

/// <summary>What a child has said.</summary>
internal sealed class ChildLog
{
    private ChildStep _step = new();

    public List<ChildStep> Steps { get; } = [];

    /// <summary>The versions that the durable handler was told of.</summary>
    public List<long> Told { get; } = [];

    /// <summary>What failed and was tried again.</summary>
    public List<string> Failures { get; } = [];

    /// <summary>How many commits, checkouts and compactions were acknowledged.</summary>
    public int Acknowledged { get; private set; }

    public void Add(string line)
    {
        var (verb, rest) = line.Split(' ', 2) is [var first, var second] ? (first, second) : (line, "");
        if (verb == Verb.Step) Steps.Add(_step = new());
        else if (verb == Verb.Intend) _step.Intentions.Add(Intention.Parse(rest));
        else if (verb == Verb.Go) _step.Target = Number(rest);
        else if (verb == Verb.Compact) _step.Through = Number(rest);
        else if (verb == Verb.Told) Told.Add(Number(rest));
        else if (verb == Verb.Failed) Failures.Add(rest);
        else Acknowledge(verb, rest);
    }

    private static long Number(string text) => long.Parse(text, CultureInfo.InvariantCulture);

    private void Acknowledge(string verb, string rest)
    {
        if (verb == Verb.Done) _step.Done.Add(Guid.Parse(rest.Split(' ')[0]), Number(rest.Split(' ')[1]));
        else if (verb == Verb.Refused) _step.Refused.Add(Guid.Parse(rest));
        else if (verb is Verb.Gone or Verb.Compacted) _step.IsDone = true;
        else return;
        Acknowledged++;
    }
}
