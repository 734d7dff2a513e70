using System.Runtime.CompilerServices;
using static AstRegistry.Storage.Conformance.Contract.HistoryPromises;

namespace AstRegistry.Storage.Conformance.Broken;

internal static partial class BrokenHistories
{
    private static IEnumerable<BrokenHistory> Moving =>
    [
        new("moves the revision too", nameof(Moving_changes_the_current_version_alone), static inner => new WrappedHistory(inner)
        {
            Move = async (registry, expected, current, token) => await inner.MoveAsync(registry, expected, current, token) is var outcome ? outcome with { Head = outcome.Head with { Revision = current } } : default,
        }),
        new("moves whatever the head", nameof(Moving_with_a_stale_head_changes_nothing), static inner => new WrappedHistory(inner)
        {
            Move = async (registry, _, current, token) => await inner.MoveAsync(registry, await inner.GetHeadAsync(registry, token), current, token),
        }),
        new("moves to the nearest version there is", nameof(Moving_to_an_unknown_version_is_refused), static inner => new WrappedHistory(inner)
        {
            Move = (registry, expected, current, token) => inner.MoveAsync(registry, expected, Math.Clamp(current, 0, expected.Revision), token),
        }),
        new("cannot go back to nothing", nameof(Moving_back_to_the_empty_registry), static inner => new WrappedHistory(inner)
        {
            Move = (registry, expected, current, token) => current == 0 ? throw new HistoryException(HistoryFault.UnknownVersion, "There is no version 0.") : inner.MoveAsync(registry, expected, current, token),
        }),
        new("refuses to append behind what was left", nameof(An_append_after_going_back_follows_the_last_revision), static inner => new WrappedHistory(inner)
        {
            Append = (registry, expected, versions, token) => expected.Current < expected.Revision ? throw new HistoryException(HistoryFault.ReadOnly, "The current version is not the last.") : inner.AppendAsync(registry, expected, versions, token),
        }),
        new("pretends to go back", nameof(Going_back_is_refused_without_versions), static inner => new WrappedHistory(inner)
        {
            Move = (_, expected, current, _) => new(new AppendOutcome(true, expected with { Current = current })),
        }),
        new("reads what it never kept as empty", nameof(Reading_is_refused_without_versions), static inner => new WrappedHistory(inner) { ReadRange = static (_, _, _, _) => Nothing() }),
    ];

    private static IEnumerable<BrokenHistory> Reading =>
    [
        new("reads backwards", nameof(A_range_is_read_in_order), static inner => new WrappedHistory(inner) { ReadRange = Ranges(inner, static read => read.OrderByDescending(static version => version.Version.Revision)) }),
        new("counts a range from its beginning", nameof(A_range_is_read_in_order), static inner => new WrappedHistory(inner)
        {
            ReadRange = (registry, after, through, token) => inner.ReadAsync(registry, Math.Max(0, after - 1), through, token),
        }),
        new("refuses a range beyond the head", nameof(A_range_ends_at_the_head), static inner => new WrappedHistory(inner) { ReadRange = Strict(inner) }),
        new("reads one version of an empty range", nameof(An_empty_range_has_nothing), static inner => new WrappedHistory(inner)
        {
            ReadRange = (registry, after, through, token) => inner.ReadAsync(registry, after, through == after && after < 3 ? after + 1 : through, token),
        }),
        new("reads 500 versions at most", nameof(A_long_range_is_complete), static inner => new WrappedHistory(inner) { ReadRange = Ranges(inner, static read => read.Take(500)) }),
        new("reads in pages and skips what is gone between them", nameof(A_range_has_no_gap_when_compaction_comes_between), static inner => new WrappedHistory(inner) { ReadRange = Pages(inner) }),
        new("reads the next version instead", nameof(One_version_reads_as_in_a_range), static inner => new WrappedHistory(inner)
        {
            ReadOne = async (registry, revision, token) => await inner.ReadAsync(registry, Math.Min(revision + 1, (await inner.GetHeadAsync(registry, token)).Revision), token),
        }),
        new("reads an unknown version as null", nameof(An_unknown_version_is_refused), static inner => new WrappedHistory(inner)
        {
            ReadOne = async (registry, revision, token) => revision >= 1 && revision <= (await inner.GetHeadAsync(registry, token)).Revision ? await inner.ReadAsync(registry, revision, token) : null!,
        }),
        new("calls an unknown version corrupt", nameof(An_unknown_version_is_refused), static inner => new WrappedHistory(inner)
        {
            ReadOne = async (registry, revision, token) => revision >= 1 && revision <= (await inner.GetHeadAsync(registry, token)).Revision
                ? await inner.ReadAsync(registry, revision, token)
                : throw new HistoryException(HistoryFault.Corrupt, $"'{registry}' lacks it."),
        }),
    ];

    private static Func<string, long, long, CancellationToken, IAsyncEnumerable<HistoryVersion>> Ranges(IRegistryHistory inner, Func<IEnumerable<HistoryVersion>, IEnumerable<HistoryVersion>> change)
    {
        return Read;

        async IAsyncEnumerable<HistoryVersion> Read(string registry, long after, long through, [EnumeratorCancellation] CancellationToken token)
        {
            var read = new List<HistoryVersion>();
            await foreach (var version in inner.ReadAsync(registry, after, through, token)) read.Add(version);
            foreach (var version in change(read)) yield return version;
        }
    }

    private static Func<string, long, long, CancellationToken, IAsyncEnumerable<HistoryVersion>> Strict(IRegistryHistory inner)
    {
        return Read;

        async IAsyncEnumerable<HistoryVersion> Read(string registry, long after, long through, [EnumeratorCancellation] CancellationToken token)
        {
            if (through > (await inner.GetHeadAsync(registry, token)).Revision) throw new HistoryException(HistoryFault.UnknownVersion, "The range is too long.");
            await foreach (var version in inner.ReadAsync(registry, after, through, token)) yield return version;
        }
    }

    private static Func<string, long, long, CancellationToken, IAsyncEnumerable<HistoryVersion>> Pages(IRegistryHistory inner)
    {
        return Read;

        async IAsyncEnumerable<HistoryVersion> Read(string registry, long after, long through, [EnumeratorCancellation] CancellationToken token)
        {
            while (after < through)
            {
                after = Math.Max(after, (await inner.GetHeadAsync(registry, token)).CompactedRevision);
                var page = Math.Min(through, after + 100);
                await foreach (var version in inner.ReadAsync(registry, after, page, token)) yield return version;
                after = page;
            }
        }
    }

    private static async IAsyncEnumerable<HistoryVersion> Nothing()
    {
        await Task.CompletedTask;
        yield break;
    }
}
