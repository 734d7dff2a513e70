using AstRegistry.Codec;
using AstRegistry.History;

namespace AstRegistry.Runtime.Tests.History;

public sealed class HistoryChainTests
{
    private static readonly RegistryVersion Version = new(4, 2, new(2026, 3, 4, 5, 6, 7, TimeSpan.Zero), "tester", new("00112233-4455-6677-8899-aabbccddeeff"), 1);
    private static readonly ChangeSet Changes = new(RegistryOperation.Delete(new EntryId("shop", "cart")));
    private static readonly ChainHash Previous = new(Enumerable.Repeat((byte)7, ChainHash.Size).ToArray());

    public static TheoryData<string, Func<HistoryVersion, HistoryVersion>> Changed { get; } = new()
    {
        { "revision", static kept => kept with { Version = kept.Version with { Revision = 5 } } },
        { "parent", static kept => kept with { Version = kept.Version with { Parent = 3 } } },
        { "moment", static kept => kept with { Version = kept.Version with { At = kept.Version.At.AddTicks(1) } } },
        { "actor", static kept => kept with { Version = kept.Version with { Actor = "Tester" } } },
        { "commit id", static kept => kept with { Version = kept.Version with { CommitId = Guid.Empty } } },
        { "count", static kept => kept with { Version = kept.Version with { OperationCount = 2 } } },
        { "changes", static kept => kept with { Changes = ChangeSetCodec.Encode(ChangeSet.Empty) } },
        { "a byte", static kept => kept with { Changes = kept.Changes[..^1] } },
        { "hash", static kept => kept with { Hash = Previous } },
    };

    [Fact]
    public void A_version_that_was_made_is_verified()
    {
        var kept = HistoryChain.Create(Previous, Version, Changes);

        Assert.Same(Version, kept.Version);
        Assert.Equal(Changes.AsEnumerable(), ChangeSetCodec.Decode(kept.Changes.Span));
        Assert.True(HistoryChain.Verify(Previous, kept));
    }

    [Theory]
    [MemberData(nameof(Changed))]
    public void A_version_with_anything_changed_is_not(string what, Func<HistoryVersion, HistoryVersion> change) =>
        Assert.False(HistoryChain.Verify(Previous, change(HistoryChain.Create(Previous, Version, Changes))), what);

    [Fact]
    public void A_version_behind_another_is_not() => Assert.False(HistoryChain.Verify(default, HistoryChain.Create(Previous, Version, Changes)));

    [Fact]
    public void The_offset_of_the_moment_is_no_part_of_it() => Assert.Equal(
        HistoryChain.Create(Previous, Version, Changes).Hash, HistoryChain.Create(Previous, Version with { At = Version.At.ToOffset(TimeSpan.FromHours(9)) }, Changes).Hash);

    [Fact]
    public void A_count_that_is_not_that_of_the_changes_is_refused() => Assert.Throws<ArgumentException>(() => HistoryChain.Create(Previous, Version with { OperationCount = 2 }, Changes));

    [Fact]
    public void An_actor_that_cannot_be_written_is_refused() => Assert.Throws<ArgumentException>(() => HistoryChain.Create(Previous, Version with { Actor = "\uD800" }, Changes));
}
