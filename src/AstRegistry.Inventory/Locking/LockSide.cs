namespace AstRegistry.Locking;

/// <summary>Where a line stands in a conflict.</summary>
internal enum LockSide
{
    /// <summary>Outside of conflicts.</summary>
    Common,

    /// <summary>Between <c>&lt;&lt;&lt;&lt;&lt;&lt;&lt;</c> and the next marker.</summary>
    Ours,

    /// <summary>Between <c>|||||||</c> and <c>=======</c>: the common ancestor, where git was told to write it.</summary>
    Ancestor,

    /// <summary>Between <c>=======</c> and <c>&gt;&gt;&gt;&gt;&gt;&gt;&gt;</c>.</summary>
    Theirs,
}

/// <summary>A record and where it was read.</summary>
/// <param name="Record">The record.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Side">The side of the conflict that the line stands in.</param>
internal readonly record struct LockLine(LockRecord Record, int Line, LockSide Side);
