namespace AstRegistry;

/// <summary>Why a history cannot do what it was asked.</summary>
public enum HistoryFault
{
    /// <summary>The storage does not answer, or answers with an error of its own; trying again may help.</summary>
    Unavailable,

    /// <summary>The storage was written by a newer version of this library.</summary>
    NewerFormat,

    /// <summary>The storage belongs to another program.</summary>
    Foreign,

    /// <summary>What is stored is damaged.</summary>
    Corrupt,

    /// <summary>Versions that were acknowledged are missing.</summary>
    Shortfall,

    /// <summary>Another process has the storage open, and only one may.</summary>
    InUse,

    /// <summary>The storage cannot be written.</summary>
    ReadOnly,

    /// <summary>There is no room left.</summary>
    Full,

    /// <summary>The version was compacted away.</summary>
    Compacted,

    /// <summary>The history keeps no versions, so there is nothing to go back to.</summary>
    CannotRewind,

    /// <summary>There is no such version.</summary>
    UnknownVersion,
}
