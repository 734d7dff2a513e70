namespace AstRegistry.Locking;

/// <summary>What is wrong at a place of a lock file.</summary>
internal enum LockFaultKind
{
    /// <summary>The line does not start with an id.</summary>
    MalformedId,

    /// <summary>A word that is no kind of declaration.</summary>
    UnknownKind,

    /// <summary>The line has no kind or no key.</summary>
    MissingField,

    /// <summary>Two spaces in a row, or one at the end of the line.</summary>
    StraySpace,

    /// <summary>An escape that is none, or a control character that is not escaped.</summary>
    MalformedKey,

    /// <summary>A word behind the key that means nothing.</summary>
    UnknownAttribute,

    /// <summary>An attribute that the line has already.</summary>
    DuplicateAttribute,

    /// <summary>An attribute that belongs before another one.</summary>
    MisorderedAttribute,

    /// <summary>A salt that is not a positive number.</summary>
    MalformedSalt,

    /// <summary>A list of targets with a name that cannot be one.</summary>
    MalformedTargets,

    /// <summary>The file ends within the line.</summary>
    TruncatedLine,

    /// <summary>Two records give one id to different keys.</summary>
    IdWithTwoKeys,

    /// <summary>Two live records give one key different ids.</summary>
    KeyWithTwoIds,

    /// <summary>One id is retired in one record and live in another.</summary>
    RetiredAndLive,

    /// <summary>Two records agree in id and key, and in nothing else.</summary>
    ContradictoryRecords,

    /// <summary>A line that a merge left.</summary>
    ConflictMarker,
}
