using static AstRegistry.Storage.Conformance.Contract.HistoryPromises;

namespace AstRegistry.Storage.Conformance.Broken;

/// <summary>Ways to break a history: at least one for each promise.</summary>
internal static partial class BrokenHistories
{
    private static readonly DateTimeOffset Hours = new(2026, 3, 4, 5, 0, 0, TimeSpan.Zero);

    public static IReadOnlyList<BrokenHistory> All { get; } = [.. Appending, .. Moving, .. Reading, .. Checkpoints, .. Compaction, .. Others];

    private static IEnumerable<BrokenHistory> Appending =>
    [
        new("begins with an epoch of one", nameof(A_registry_begins_empty), static inner => new WrappedHistory(inner)
        {
            Head = async (registry, token) => await inner.GetHeadAsync(registry, token) is var head && head == default ? head with { Epoch = 1 } : head,
        }),
        new("leaves the epoch as it was", nameof(An_append_moves_the_head), static inner => new WrappedHistory(inner)
        {
            Append = async (registry, expected, versions, token) => await inner.AppendAsync(registry, expected, versions, token) is var outcome ? outcome with { Head = outcome.Head with { Epoch = expected.Epoch } } : default,
        }),
        new("acknowledges an append and loses it", nameof(An_append_moves_the_head), static inner => new WrappedHistory(inner)
        {
            Append = (_, expected, versions, _) => new(new AppendOutcome(true, new(versions[^1].Version.Revision, versions[^1].Version.Revision, expected.Epoch + 1, 0, versions[^1].Hash))),
        }),
        new("keeps whole hours", nameof(An_appended_version_reads_back_as_it_was), static inner => new WrappedHistory(inner)
        {
            ReadOne = async (registry, revision, token) => await inner.ReadAsync(registry, revision, token) is var read ? read with { Version = read.Version with { At = Hours } } : null!,
        }),
        new("cuts change sets at a MiB", nameof(A_large_version_reads_back_as_it_was), static inner => new WrappedHistory(inner)
        {
            ReadOne = async (registry, revision, token) => await inner.ReadAsync(registry, revision, token) is var read ? read with { Changes = read.Changes[..Math.Min(1 << 20, read.Changes.Length)] } : null!,
        }),
        new("appends half of a batch", nameof(Several_versions_are_appended_at_once), static inner => new WrappedHistory(inner)
        {
            Append = (registry, expected, versions, token) => inner.AppendAsync(registry, expected, [.. versions.Take((versions.Count + 1) / 2)], token),
        }),
        new("appends a batch one by one", nameof(Several_versions_are_appended_at_once), static inner => new WrappedHistory(inner) { Append = OneByOne(inner) }),
        new("accepts a stale head", nameof(A_stale_head_appends_nothing), static inner => new WrappedHistory(inner)
        {
            Append = async (registry, expected, versions, token) => await inner.AppendAsync(registry, expected, versions, token) with { IsAppended = true },
        }),
        new("appends the rest of a batch on a stale head", nameof(A_batch_on_a_stale_head_appends_none_of_it), static inner => new WrappedHistory(inner) { Append = TheRest(inner) }),
        new("compares revisions alone", nameof(A_head_that_moved_away_and_back_is_stale), static inner => new WrappedHistory(inner) { Append = ByRevision(inner) }),
        new("appends what does not follow as what would", nameof(Versions_that_do_not_follow_the_head_are_refused), static inner => new WrappedHistory(inner) { Append = Renumbered(inner) }),
        new("closes gaps in a batch", nameof(A_batch_with_a_gap_is_refused_as_a_whole), static inner => new WrappedHistory(inner) { Append = Renumbered(inner) }),
        new("appends nothing with success", nameof(No_versions_are_refused), static inner => new WrappedHistory(inner)
        {
            Append = (registry, expected, versions, token) => versions.Count == 0 ? new(new AppendOutcome(true, expected)) : inner.AppendAsync(registry, expected, versions, token),
        }),
        new("takes a repeated commit for another's", nameof(A_repeated_commit_counts_as_appended), static inner => new WrappedHistory(inner) { Append = Forgetful(inner) }),
        new("knows only the last commit again", nameof(A_repeated_commit_counts_as_appended_when_others_followed), static inner => new WrappedHistory(inner) { Append = OnlyTheLast(inner) }),
        new("knows a batch by its first version", nameof(A_repeated_batch_counts_as_appended_when_all_of_it_is_there), static inner => new WrappedHistory(inner)
        {
            Append = async (registry, expected, versions, token) => await inner.AppendAsync(registry, expected, versions, token) is { IsAppended: true } outcome ? outcome
                : await inner.AppendAsync(registry, expected, [versions[0]], token),
        }),
        new("knows a commit by its id alone", nameof(Other_content_under_a_commit_id_is_not_appended), static inner => new WrappedHistory(inner) { Append = ByCommitId(inner) }),
        new("lets a commit id come twice", nameof(A_commit_id_belongs_to_one_version), static inner => new WrappedHistory(inner)
        {
            Append = (registry, expected, versions, token) => inner.AppendAsync(registry, expected, [.. versions.Select(static version => version with { Version = version.Version with { CommitId = Guid.NewGuid() } })], token),
        }),
        new("makes the last version the parent of all", nameof(A_version_may_have_any_earlier_parent), static inner => new WrappedHistory(inner)
        {
            ReadOne = async (registry, revision, token) => await inner.ReadAsync(registry, revision, token) is var read ? read with { Version = read.Version with { Parent = revision - 1 } } : null!,
        }),
        new("tells every writer that it won", nameof(Of_concurrent_appends_one_wins_each_revision), static inner => new WrappedHistory(inner)
        {
            Append = async (registry, expected, versions, token) => await inner.AppendAsync(registry, expected, versions, token) with { IsAppended = true },
        }),
    ];

    private static Func<string, HistoryHead, IReadOnlyList<HistoryVersion>, CancellationToken, ValueTask<AppendOutcome>> OneByOne(IRegistryHistory inner) => async (registry, expected, versions, token) =>
    {
        AppendOutcome outcome = new(false, expected);
        foreach (var version in versions)
        {
            outcome = await inner.AppendAsync(registry, outcome.Head, [version], token);
            if (!outcome.IsAppended) break;
        }

        return outcome;
    };

    private static Func<string, HistoryHead, IReadOnlyList<HistoryVersion>, CancellationToken, ValueTask<AppendOutcome>> TheRest(IRegistryHistory inner) => async (registry, expected, versions, token) =>
    {
        var head = await inner.GetHeadAsync(registry, token);
        var rest = versions.Where(version => version.Version.Revision > head.Revision).ToArray();
        return head == expected || rest.Length == 0 ? await inner.AppendAsync(registry, expected, versions, token) : await inner.AppendAsync(registry, head, rest, token) with { IsAppended = false };
    };

    private static Func<string, HistoryHead, IReadOnlyList<HistoryVersion>, CancellationToken, ValueTask<AppendOutcome>> ByRevision(IRegistryHistory inner) => async (registry, expected, versions, token) =>
    {
        var head = await inner.GetHeadAsync(registry, token);
        return await inner.AppendAsync(registry, head.Revision == expected.Revision ? head : expected, versions, token);
    };

    private static Func<string, HistoryHead, IReadOnlyList<HistoryVersion>, CancellationToken, ValueTask<AppendOutcome>> Renumbered(IRegistryHistory inner) => (registry, expected, versions, token) =>
        inner.AppendAsync(registry, expected, [.. versions.Select((version, i) => version with { Version = version.Version with { Revision = expected.Revision + 1 + i, CommitId = Guid.NewGuid() } })], token);

    private static Func<string, HistoryHead, IReadOnlyList<HistoryVersion>, CancellationToken, ValueTask<AppendOutcome>> Forgetful(IRegistryHistory inner) => async (registry, expected, versions, token) =>
    {
        var head = await inner.GetHeadAsync(registry, token);
        return head == expected ? await inner.AppendAsync(registry, expected, versions, token) : new(false, head);
    };

    private static Func<string, HistoryHead, IReadOnlyList<HistoryVersion>, CancellationToken, ValueTask<AppendOutcome>> OnlyTheLast(IRegistryHistory inner) => async (registry, expected, versions, token) =>
    {
        var head = await inner.GetHeadAsync(registry, token);
        return head == expected || head.Hash == versions[^1].Hash ? await inner.AppendAsync(registry, expected, versions, token) : new(false, head);
    };

    private static Func<string, HistoryHead, IReadOnlyList<HistoryVersion>, CancellationToken, ValueTask<AppendOutcome>> ByCommitId(IRegistryHistory inner) => async (registry, expected, versions, token) =>
    {
        var outcome = await inner.AppendAsync(registry, expected, versions, token);
        await foreach (var version in inner.ReadAsync(registry, 0, long.MaxValue, token))
        {
            if (version.Version.CommitId == versions[0].Version.CommitId) return outcome with { IsAppended = true };
        }

        return outcome;
    };
}
