namespace AstRegistry;

/// <summary>What a transaction does to a registry.</summary>
public enum TransactionKind
{
    /// <summary>Makes a new version of the current one.</summary>
    Commit,

    /// <summary>Goes to another version that is there already, by the difference to the current one.</summary>
    Checkout,
}
