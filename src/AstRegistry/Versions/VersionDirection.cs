namespace AstRegistry;

/// <summary>Which way a <see cref="VersionStep"/> goes.</summary>
public enum VersionDirection
{
    /// <summary>From the parent to the version: its change set is applied.</summary>
    Forward,

    /// <summary>From the version to its parent: its change set is undone.</summary>
    Reverse,
}
