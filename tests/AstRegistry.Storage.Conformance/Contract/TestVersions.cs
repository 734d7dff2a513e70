using AstRegistry.History;

namespace AstRegistry.Storage.Conformance.Contract;

/// <summary>Versions to append, and what is asked of them.</summary>
public static class TestVersions
{
    public const string Shop = "shop";

    /// <summary>A version that follows a head: one entry is created.</summary>
    public static HistoryVersion Next(HistoryHead head, long? parent = null, Guid? commitId = null, string actor = "tester", int dataSize = 10) =>
        Following(head.Revision, head.Hash, parent ?? head.Current, commitId, actor, dataSize);

    /// <summary>Versions that follow a head and one another.</summary>
    public static HistoryVersion[] Several(HistoryHead head, int count)
    {
        var versions = new HistoryVersion[count];
        for (var i = 0; i < count; i++)
        {
            versions[i] = i == 0 ? Next(head) : Following(versions[i - 1].Version.Revision, versions[i - 1].Hash, versions[i - 1].Version.Revision);
        }

        return versions;
    }

    /// <summary>Appends versions at once, and gives the head afterwards.</summary>
    public static async Task<HistoryHead> FillAsync(IRegistryHistory history, int count, CancellationToken cancellationToken, string registry = Shop)
    {
        var head = await history.GetHeadAsync(registry, cancellationToken);
        var outcome = await history.AppendAsync(registry, head, Several(head, count), cancellationToken);
        Assert.True(outcome.IsAppended, "Versions that follow the head were not appended.");
        return outcome.Head;
    }

    public static async Task<List<HistoryVersion>> ReadAllAsync(IRegistryHistory history, long after, long through, CancellationToken cancellationToken, string registry = Shop)
    {
        var versions = new List<HistoryVersion>();
        await foreach (var version in history.ReadAsync(registry, after, through, cancellationToken)) versions.Add(version);
        return versions;
    }

    public static void AssertSame(HistoryVersion expected, HistoryVersion actual)
    {
        Assert.Equal(expected.Version, actual.Version);
        Assert.Equal(expected.Hash, actual.Hash);
        Assert.True(expected.Changes.Span.SequenceEqual(actual.Changes.Span), $"The change set of {expected.Version} is another.");
    }

    public static void AssertSame(IReadOnlyList<HistoryVersion> expected, IReadOnlyList<HistoryVersion> actual)
    {
        Assert.Equal(expected.Select(static version => version.Version.Revision), actual.Select(static version => version.Version.Revision));
        foreach (var (left, right) in expected.Zip(actual)) AssertSame(left, right);
    }

    public static async Task<HistoryException> AssertFaultAsync(HistoryFault fault, Func<Task> act)
    {
        var exception = await Assert.ThrowsAnyAsync<HistoryException>(act);
        Assert.Equal(fault, exception.Fault);
        return exception;
    }

    private static HistoryVersion Following(long revision, ChainHash hash, long parent, Guid? commitId = null, string actor = "tester", int dataSize = 10)
    {
        var data = new byte[dataSize];
        new Random((int)revision).NextBytes(data);
        var changes = new ChangeSet(RegistryOperation.Create(new(new("test", FormattableString.Invariant($"e{revision + 1}")), "item", data: RegistryValue.Of(data))));

        // Ticks that no coarser clock keeps, and an offset that is not part of the moment.
        var at = new DateTimeOffset(2026, 3, 4, 5, 6, 7, new TimeSpan(5, 30, 0)).AddTicks(1_234_567 + revision);
        return HistoryChain.Create(hash, new(revision + 1, parent, at, actor, commitId ?? Guid.NewGuid(), changes.Count), changes);
    }
}
