using System.Diagnostics;
using AstRegistry.Transactions;

namespace AstRegistry;

/// <summary>A handler of a registry. It takes part in transactions that begin before it is disposed.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class HandlerRegistration : IDisposable
{
    private readonly Participant _participant;
    private readonly Action<Participant> _remove;

    internal HandlerRegistration(Participant participant, Action<Participant> remove)
    {
        _participant = participant;
        _remove = remove;
    }

    /// <summary>The name.</summary>
    public string Name => _participant.Name;

    /// <summary>The kinds of entries that it handles.</summary>
    public TopicPattern Kinds => _participant.Kinds;

    /// <summary>How many calls were given up at their deadline.</summary>
    public long Timeouts => Volatile.Read(ref _participant.Timeouts);

    /// <summary>How many calls threw.</summary>
    public long Failures => Volatile.Read(ref _participant.Failures);

    /// <summary>How many votes came when the registry did not wait for them any more, and were ignored.</summary>
    public long LateVotes => Volatile.Read(ref _participant.LateVotes);

    /// <summary>How many votes came after a vote on the same operation, and were ignored.</summary>
    public long RepeatedVotes => Volatile.Read(ref _participant.RepeatedVotes);

    /// <summary>Takes the handler out. A transaction that is under way ends with it.</summary>
    public void Dispose() => _remove(_participant);

    /// <summary>Name and kinds.</summary>
    public override string ToString() => _participant.ToString();
}
