using System.Runtime.CompilerServices;

namespace AstRegistry.Storage.Conformance.Contract;

/// <summary>What a promise asks of a history.</summary>
[Flags]
public enum Capabilities
{
    None = 0,

    /// <summary>Versions are kept.</summary>
    Rewind = 1,

    /// <summary>The store outlives the history that opened it.</summary>
    Durable = 2,

    /// <summary>Several histories have the store open at a time.</summary>
    Shared = 4,

    /// <summary>Versions are not kept.</summary>
    HeadOnly = 8,
}

/// <summary>One promise of the contract: a name, what it takes, and how to see whether it is kept.</summary>
public sealed record HistoryCheck(string Name, Capabilities Needs, Func<HistoryStore, CancellationToken, Task> Run)
{
    public static HistoryCheck Of(Func<HistoryStore, CancellationToken, Task> run, Capabilities needs = Capabilities.None, [CallerArgumentExpression(nameof(run))] string name = "") =>
        new(name[(name.LastIndexOf('.') + 1)..], needs, run);

    public override string ToString() => Name;
}
