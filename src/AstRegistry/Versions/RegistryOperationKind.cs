namespace AstRegistry;

/// <summary>What a <see cref="RegistryOperation"/> does.</summary>
public enum RegistryOperationKind
{
    /// <summary>Adds an entry that was not there.</summary>
    Create,

    /// <summary>Puts an entry in the place of the one of the same id.</summary>
    Update,

    /// <summary>Takes an entry away.</summary>
    Delete,
}
