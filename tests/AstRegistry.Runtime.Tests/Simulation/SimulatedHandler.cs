namespace AstRegistry.Runtime.Tests.Simulation;

/// <summary>A handler whose every vote the schedule gives, and which writes down what it is told.</summary>
internal sealed class SimulatedHandler(Simulator simulator) : IRegistryHandler
{
    private readonly Dictionary<Guid, Told> _told = [];
    private readonly object _writing = new();

    public List<long> Delivered { get; } = [];

    public async ValueTask HandleAsync(OperationContext operation, CancellationToken cancellationToken)
    {
        var told = ToldOf(operation.Transaction);
        if (operation.IsInverse)
        {
            told.Inverses.Add(operation.Operation);
            return;
        }

        var commitId = IsCommit(operation.Transaction) ? operation.Transaction.Version.CommitId : Guid.Empty;
        var gate = simulator.Open($"ask about {operation.Operation}", isHandler: true, commitId);
        switch (await gate.Choice)
        {
            case GateChoice.Refuse: operation.Reject("the schedule says so"); return;
            case GateChoice.Throw: throw new InvalidOperationException("The simulated handler throws.");
            case GateChoice.AcceptTwice:
                operation.Accept();
                operation.Accept();
                break;
        }

        if (!gate.IsTooLate) told.Accepted.Add(operation.Operation);
    }

    public ValueTask CommitAsync(RegistryTransaction transaction, CancellationToken cancellationToken)
    {
        lock (_writing)
        {
            if (IsCommit(transaction)) Delivered.Add(transaction.Revision);
        }

        if (!transaction.IsRedelivery) ToldOf(transaction).Ends.Add("commit");
        return default;
    }

    public ValueTask DiscardAsync(RegistryTransaction transaction, CancellationToken cancellationToken)
    {
        ToldOf(transaction).Ends.Add("discard");
        return default;
    }

    /// <summary>What is wrong with what the handler was told of a commit that was answered.</summary>
    public string? FaultOf(Guid commitId, bool isCommitted)
    {
        if (!_told.TryGetValue(commitId, out var told)) return null;
        var ends = string.Join(",", told.Ends);
        if (ends != (isCommitted ? "commit" : "discard")) return $"was told the ends [{ends}]";
        var inverses = isCommitted ? [] : Enumerable.Reverse(told.Accepted).Select(static operation => operation.Reverse()).ToList();
        return told.Inverses.SequenceEqual(inverses) ? null : $"accepted [{string.Join(",", told.Accepted)}] and had to undo [{string.Join(",", told.Inverses)}]";
    }

    private static bool IsCommit(RegistryTransaction transaction) => transaction.Kind == TransactionKind.Commit;

    /// <summary>What was told of a commit. Of a checkout nothing is kept: it bears the id of the commit that it goes to.</summary>
    private Told ToldOf(RegistryTransaction transaction)
    {
        if (!IsCommit(transaction)) return new();
        lock (_writing)
        {
            if (!_told.TryGetValue(transaction.Version.CommitId, out var told)) _told[transaction.Version.CommitId] = told = new();
            return told;
        }
    }

    private sealed class Told
    {
        public List<RegistryOperation> Accepted { get; } = [];

        public List<RegistryOperation> Inverses { get; } = [];

        public List<string> Ends { get; } = [];
    }
}
