namespace AstRegistry;

/// <summary>What one revision changed.</summary>
public sealed class CodeRevision
{
    internal CodeRevision(string project, CodeSnapshot snapshot, IReadOnlyList<ClassKey> added, IReadOnlyList<ClassKey> removed)
    {
        Project = project;
        Snapshot = snapshot;
        Added = added;
        Removed = removed;
    }

    /// <summary>The number of the revision, counted from 1.</summary>
    public int Number => Snapshot.Revision;

    /// <summary>The project that was revised.</summary>
    public string Project { get; }

    /// <summary>The classes as they are since.</summary>
    public CodeSnapshot Snapshot { get; }

    /// <summary>The keys of the classes that came, sorted. Their ids are new, also of classes that were there once.</summary>
    public IReadOnlyList<ClassKey> Added { get; }

    /// <summary>The keys of the classes that went, sorted. Their ids are not given again.</summary>
    public IReadOnlyList<ClassKey> Removed { get; }

    /// <summary>Number, project and counts: <c>revision 3 of Shop: 2 added, 1 removed</c>.</summary>
    public override string ToString() => FormattableString.Invariant($"revision {Number} of {Project}: {Added.Count} added, {Removed.Count} removed");
}
