namespace AstRegistry;

/// <summary>Why an entry is not as a change takes for granted.</summary>
public enum KeyConflictReason
{
    /// <summary>It was to be created and is there already.</summary>
    AlreadyExists,

    /// <summary>It was to be updated or deleted and is not there.</summary>
    Missing,

    /// <summary>It is another than the original that the operation carries.</summary>
    Changed,
}
