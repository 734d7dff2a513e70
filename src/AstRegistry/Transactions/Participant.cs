namespace AstRegistry.Transactions;

/// <summary>A handler as its registry knows it. What is not a counter belongs to the writer.</summary>
internal sealed class Participant(string name, TopicPattern kinds, IRegistryHandler handler, HandlerOptions options, TimeSpan deadline)
{
    public long Timeouts;
    public long Failures;
    public long LateVotes;
    public long RepeatedVotes;

    public string Name => name;

    public TopicPattern Kinds => kinds;

    public IRegistryHandler Handler => handler;

    public HandlerOptions Options => options;

    public TimeSpan Deadline => deadline;

    /// <summary>Whether the history was asked what a durable handler has seen.</summary>
    public bool IsJoined { get; set; } = !options.IsDurable;

    /// <summary>Whether a durable handler has not been told of everything.</summary>
    public bool IsBehind { get; set; } = options.IsDurable;

    /// <summary>The revision through which a durable handler has been told of every version.</summary>
    public long Seen { get; set; }

    /// <summary>The version that a durable handler was brought to last; another than <see cref="Seen"/> after going back.</summary>
    public long Position { get; set; }

    /// <summary>What the history has noted.</summary>
    public long Acknowledged { get; set; }

    public bool Handles(RegistryOperation operation) =>
        (operation.Entry is { } entry && kinds.IsMatch(entry.Kind)) || (operation.Original is { } original && kinds.IsMatch(original.Kind));

    public bool IsConcernedBy(ChangeSet changes)
    {
        for (var i = 0; i < changes.Count; i++)
        {
            if (Handles(changes[i])) return true;
        }

        return false;
    }

    /// <summary>The transaction as the handler is to see it.</summary>
    public RegistryTransaction ViewOf(RegistryTransaction transaction) => transaction with { Changes = ChangeSet.Over([.. transaction.Changes.Where(Handles)]) };

    public override string ToString() => $"{name}: {kinds}";
}
