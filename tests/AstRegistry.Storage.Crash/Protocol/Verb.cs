namespace AstRegistry.Storage.Crash.Protocol;

/// <summary>The first words of the lines that a child writes.</summary>
internal static class Verb
{
    /// <summary>The registry is open.</summary>
    public const string Open = "open";

    /// <summary>A commit is about to be made: its intention follows.</summary>
    public const string Intend = "intend";

    /// <summary>A commit was acknowledged: id and revision.</summary>
    public const string Done = "done";

    /// <summary>A handler refused a commit: id.</summary>
    public const string Refused = "refused";

    /// <summary>A checkout is about to be made: revision.</summary>
    public const string Go = "go";

    /// <summary>It was acknowledged.</summary>
    public const string Gone = "gone";

    /// <summary>A compaction is about to be made: revision.</summary>
    public const string Compact = "compact";

    /// <summary>It was acknowledged.</summary>
    public const string Compacted = "compacted";

    /// <summary>All that was begun has come to its end, and something else begins.</summary>
    public const string Step = "step";

    /// <summary>The durable handler was told of a version: revision.</summary>
    public const string Told = "told";

    /// <summary>Something failed, and is tried again: why.</summary>
    public const string Failed = "failed";

    /// <summary>The place is reached where the child is to be killed.</summary>
    public const string Point = "point";
}
