namespace AstRegistry;

/// <summary>A step of a transaction, in the order in which they come. In the topic of its event it stands in small letters.</summary>
public enum TransactionStep
{
    /// <summary>The transaction begins.</summary>
    Begin,

    /// <summary>An entry is to be created.</summary>
    Create,

    /// <summary>An entry is to be updated.</summary>
    Update,

    /// <summary>An entry is to be deleted.</summary>
    Delete,

    /// <summary>A handler accepts the operation.</summary>
    Accept,

    /// <summary>A handler rejects the operation, or threw.</summary>
    Reject,

    /// <summary>A handler gave no answer in its time.</summary>
    Timeout,

    /// <summary>A handler that had accepted an operation is given its inverse.</summary>
    Undo,

    /// <summary>The change is durable and visible.</summary>
    Commit,

    /// <summary>Nothing was changed.</summary>
    Discard,
}
