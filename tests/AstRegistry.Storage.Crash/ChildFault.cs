namespace AstRegistry.Storage.Crash;

/// <summary>What a child does wrong on purpose, so that the checks can be seen to notice it.</summary>
internal enum ChildFault
{
    None,

    /// <summary>Its history acknowledges an append and carries it out with the next one.</summary>
    AcknowledgesEarly,

    /// <summary>It commits a change set without the last of its operations.</summary>
    CommitsHalf,

    /// <summary>Its history keeps only the first half of the bytes of a change set.</summary>
    TearsChanges,

    /// <summary>Its history notes that the durable handler has seen a version before the handler is told.</summary>
    NotesEarly,
}
