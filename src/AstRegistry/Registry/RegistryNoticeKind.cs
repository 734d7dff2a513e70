namespace AstRegistry;

/// <summary>What a <see cref="RegistryNotice"/> is about.</summary>
public enum RegistryNoticeKind
{
    /// <summary>A handler threw.</summary>
    HandlerThrew,

    /// <summary>A handler gave no answer in its time.</summary>
    HandlerTimedOut,

    /// <summary>A vote came when nobody waited for it any more.</summary>
    LateVote,

    /// <summary>A vote came after another one on the same operation.</summary>
    RepeatedVote,

    /// <summary>A durable handler was told once more of a change that it had not acknowledged.</summary>
    Redelivery,

    /// <summary>Versions that a durable handler has not seen were compacted away.</summary>
    RedeliveryGap,

    /// <summary>What a durable handler has seen could not be noted.</summary>
    AcknowledgementFailed,

    /// <summary>Another process was faster, and a commit was tried again.</summary>
    CommitRetry,

    /// <summary>A version came that another process made, or it went to another one.</summary>
    RemoteChange,

    /// <summary>The history cannot be followed for now; it is tried again.</summary>
    FollowFailed,

    /// <summary>A checkpoint was written.</summary>
    CheckpointWritten,

    /// <summary>A checkpoint could not be written; the next one will be tried.</summary>
    CheckpointFailed,

    /// <summary>A checkpoint is damaged, and an earlier one is used.</summary>
    CheckpointDamaged,

    /// <summary>Old versions were taken away.</summary>
    Compacted,

    /// <summary>Old versions could not be taken away; it is tried again later.</summary>
    CompactionFailed,

    /// <summary>A subscriber of the registry's own bus threw.</summary>
    SubscriberThrew,
}
