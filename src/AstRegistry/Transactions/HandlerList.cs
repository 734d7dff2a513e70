namespace AstRegistry.Transactions;

/// <summary>The handlers of a registry. Read without a lock: a transaction keeps those that it began with.</summary>
internal sealed class HandlerList
{
    private readonly object _gate = new();
    private Participant[] _participants = [];

    public Participant[] All => Volatile.Read(ref _participants);

    /// <exception cref="ArgumentException">There is one of the same name.</exception>
    public void Add(Participant participant)
    {
        lock (_gate)
        {
            if (Array.Exists(_participants, known => known.Name == participant.Name)) throw new ArgumentException($"There is a handler '{participant.Name}' already. Give each its own name, or dispose the old registration first.", nameof(participant));
            Volatile.Write(ref _participants, [.. _participants, participant]);
        }
    }

    public void Remove(Participant participant)
    {
        lock (_gate) Volatile.Write(ref _participants, [.. _participants.Where(known => known != participant)]);
    }

    /// <summary>Those that handle one of the operations, in the order in which they were added.</summary>
    public Participant[] ConcernedBy(ChangeSet changes)
    {
        var all = All;
        return all.Length == 0 ? all : Array.FindAll(all, participant => participant.IsConcernedBy(changes));
    }
}
