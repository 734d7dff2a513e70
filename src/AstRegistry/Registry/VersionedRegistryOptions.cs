using AstRegistry.Entries;

namespace AstRegistry;

/// <summary>How a <see cref="VersionedRegistry"/> works. Read once, when it is opened.</summary>
public sealed record VersionedRegistryOptions
{
    /// <summary>The kinds that are silent unless others are named: <c>registry.entry</c>, <c>ns.requirement</c>, <c>ns.dependency</c>.</summary>
    public static IReadOnlyList<string> DefaultSilentKinds { get; } = ["registry.entry", "ns.requirement", "ns.dependency"];

    /// <summary>The name of the registry: in its history, in the topics of its events, in messages. Segments joined by dots; <c>registry</c> unless set.</summary>
    public string Name { get; set; } = "registry";

    /// <summary>Where versions are kept; null for a <see cref="MemoryHistory"/> of the registry's own.</summary>
    public IRegistryHistory? History { get; set; }

    /// <summary>Whether the registry disposes the history with itself. One of its own it always does.</summary>
    public bool OwnsHistory { get; set; }

    /// <summary>The bus on which transactions are published; null for one of the registry's own, which stops with it.</summary>
    public EventBus? Events { get; set; }

    /// <summary>The clock of versions and deadlines.</summary>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>The time that each call of a handler has; 30 seconds unless set.</summary>
    public TimeSpan HandlerDeadline { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How many commits may wait; one more is <see cref="CommitOutcome.Busy"/>. 1,024 unless set.</summary>
    public int QueueCapacity { get; set; } = 1024;

    /// <summary>How often a commit is tried again when another process was faster, before it is a conflict; 10 unless set.</summary>
    public int CommitRetries { get; set; } = 10;

    /// <summary>A checkpoint is written when so many operations have come since the last one; 10,000 unless set, 0 for never.</summary>
    public int CheckpointInterval { get; set; } = 10_000;

    /// <summary>The snapshot of each version whose number this divides stays in memory, so that nobody has to replay more than that; 1,000 unless set.</summary>
    public int SnapshotInterval { get; set; } = 1000;

    /// <summary>The most snapshots that stay in memory; when there are more, every second one goes. They share what is equal. 256 unless set.</summary>
    public int RetainedSnapshots { get; set; } = 256;

    /// <summary>
    /// Old versions are taken away when there are twice as many as this, so that this many remain; null for never. Versions that a durable handler
    /// has not acknowledged stay, and the current one.
    /// </summary>
    public long? RetainedVersions { get; set; }

    /// <summary>Patterns of the kinds whose changes are stored and neither published nor shown to handlers.</summary>
    public IReadOnlyList<string> SilentKinds { get; set; } = DefaultSilentKinds;

    /// <summary>Tells what entries depend on. With it each commit is put in dependency order and must not make a circle; without it operations keep their order.</summary>
    public DependencyResolver? Dependencies { get; set; }

    /// <summary>Whether versions that other processes append to the same history are shown as they come, and not only at the next commit.</summary>
    public bool FollowsOthers { get; set; } = true;

    /// <summary>Hears what a log would tell. May be called by several threads; what it throws is ignored, and it should be quick.</summary>
    public Action<RegistryNotice>? OnNotice { get; set; }

    /// <summary>What is wrong with the options, a sentence each; none if they are sound.</summary>
    public IReadOnlyList<string> FindFaults() => [.. Faults()];

    internal VersionedRegistryOptions Checked() =>
        FindFaults() is [var fault, ..] faults ? throw new ArgumentException(string.Join(" ", faults), fault.Split(' ')[0]) : this with { };

    private IEnumerable<string> Faults()
    {
        if (IdRules.SegmentsFault(Name ?? "", "name of the registry", RegistryLimits.MaxNamespaceLength) is { } fault) yield return $"{nameof(Name)}: {fault}";
        if (TimeProvider is null) yield return $"{nameof(TimeProvider)} is null.";
        if (!HandlerOptions.IsDeadline(HandlerDeadline)) yield return $"{nameof(HandlerDeadline)} is {HandlerDeadline}; it must be above zero.";
        foreach (var low in TooLow()) yield return low;
        if (SilentKinds is null) yield return $"{nameof(SilentKinds)} is null.";
        foreach (var kind in SilentKinds ?? [])
        {
            if (!TopicPattern.TryParse(kind, out _)) yield return $"{nameof(SilentKinds)}: '{kind}' is no pattern of kinds.";
        }
    }

    private IEnumerable<string> TooLow()
    {
        (string Name, long Value, long Least)[] numbers =
        [
            (nameof(QueueCapacity), QueueCapacity, 1),
            (nameof(CommitRetries), CommitRetries, 0),
            (nameof(CheckpointInterval), CheckpointInterval, 0),
            (nameof(SnapshotInterval), SnapshotInterval, 1),
            (nameof(RetainedSnapshots), RetainedSnapshots, 1),
            (nameof(RetainedVersions), RetainedVersions ?? 1, 1),
        ];
        return numbers.Where(static number => number.Value < number.Least).Select(static number => FormattableString.Invariant($"{number.Name} is {number.Value}; it must be at least {number.Least}."));
    }
}
