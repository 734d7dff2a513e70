namespace AstRegistry;

/// <summary>When a SQLite history waits for the disk.</summary>
public enum SqliteSynchronous
{
    /// <summary>Before each acknowledgement. What was acknowledged survives a loss of power.</summary>
    Full,

    /// <summary>
    /// Only when the log is moved into the database. What was acknowledged survives the end of the process, however sudden; a loss of power may take
    /// the latest versions, which the next opening reports as a shortfall if the anchor reached the disk and the log did not.
    /// </summary>
    Normal,
}
