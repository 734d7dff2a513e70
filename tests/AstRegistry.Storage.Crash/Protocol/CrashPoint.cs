namespace AstRegistry.Storage.Crash.Protocol;

/// <summary>Where a child can be killed. At those that begin with <c>In</c> it goes on while it is being killed; at the others it waits.</summary>
internal enum CrashPoint
{
    /// <summary>Nowhere in particular.</summary>
    Anywhere,

    /// <summary>Storage and registry are being opened.</summary>
    InOpening,

    /// <summary>The registry has not heard of the commit.</summary>
    BeforeCommit,

    /// <summary>The first handler hears that a transaction begins.</summary>
    BeforePrepare,

    /// <summary>A handler has been asked about an operation and has not answered.</summary>
    WithinHandler,

    /// <summary>All handlers have accepted.</summary>
    BeforeAppend,

    /// <summary>The history appends.</summary>
    InAppend,

    /// <summary>The version is durable and not visible.</summary>
    AfterAppend,

    /// <summary>The version is visible; the durable handler has not been told and the commit not acknowledged.</summary>
    BeforeTold,

    /// <summary>The durable handler has been told, and the history does not know of it.</summary>
    AfterTold,

    /// <summary>The history is about to note what the durable handler has seen.</summary>
    BeforeNote,

    /// <summary>The history has noted it; the commit is not acknowledged.</summary>
    AfterNote,

    /// <summary>A checkpoint is about to be written.</summary>
    BeforeCheckpoint,

    /// <summary>A checkpoint is being written.</summary>
    InCheckpoint,

    /// <summary>A checkpoint has been written, which the registry has not learnt.</summary>
    AfterCheckpoint,

    /// <summary>Old versions are about to be taken away; the checkpoints that the others need are there.</summary>
    BeforeCompaction,

    /// <summary>Old versions are being taken away.</summary>
    InCompaction,

    /// <summary>Old versions have been taken away, which the registry has not learnt.</summary>
    AfterCompaction,

    /// <summary>The registry is about to go to another version.</summary>
    BeforeMove,

    /// <summary>The history makes another version current.</summary>
    InMove,

    /// <summary>Another version is current, and not visible.</summary>
    AfterMove,

    /// <summary>Registry and storage are being closed.</summary>
    InClosing,
}
