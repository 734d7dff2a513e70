using System.Runtime.CompilerServices;
using static AstRegistry.Storage.Conformance.Contract.HistoryPromises;

namespace AstRegistry.Storage.Conformance.Broken;

internal static partial class BrokenHistories
{
    private static IEnumerable<BrokenHistory> Others =>
    [
        new("forgets acknowledgements", nameof(An_acknowledgement_reads_back), static inner => new WrappedHistory(inner) { Acknowledge = static (_, _, _, _) => default }),
        new("keeps the last acknowledgement", nameof(An_acknowledgement_never_goes_back), static inner => Acknowledging(inner, static (_, _) => false)),
        new("takes participants for one when they differ in case", nameof(Participants_acknowledge_apart), static inner => new WrappedHistory(inner)
        {
            Acknowledge = (registry, participant, revision, token) => inner.AcknowledgeAsync(registry, participant.ToLowerInvariant(), revision, token),
        }),
        new("keeps the first acknowledgement", nameof(Of_concurrent_acknowledgements_the_greatest_stays), static inner => Acknowledging(inner, static (_, _) => true)),

        new("never wakes a watch", nameof(A_watch_wakes_on_an_append), static inner => new WrappedHistory(inner) { Watch = static (_, _, token) => Never(token) }),
        new("wakes a watch for new versions only", nameof(A_watch_wakes_on_a_move), static inner => new WrappedHistory(inner) { Watch = (registry, after, token) => Later(inner.WatchAsync(registry, after, token), after.Revision) }),
        new("watches from now on", nameof(A_watch_that_is_behind_sees_the_head_at_once), static inner => new WrappedHistory(inner) { Watch = (registry, _, token) => FromNow(inner, registry, token) }),
        new("repeats the first head for ever", nameof(A_watch_goes_forward_to_the_last_head), static inner => new WrappedHistory(inner) { Watch = (registry, _, token) => Again(inner, registry, token) }),
        new("watches another registry", nameof(A_watch_is_of_one_registry), static inner => new WrappedHistory(inner) { Watch = (_, after, token) => inner.WatchAsync("another", after, token) }),
        new("watches on when cancelled", nameof(A_watch_ends_when_cancelled), static inner => new WrappedHistory(inner) { Watch = (registry, after, _) => Deaf(inner, registry, after) }),
        new("watches on when disposed", nameof(A_watch_ends_when_the_history_is_disposed), static inner => new WrappedHistory(inner) { Watch = static (_, _, token) => Never(token) }),

        new("mixes up registries", nameof(Registries_are_independent), static inner => new WrappedHistory(inner)
        {
            GetAcknowledgements = (_, token) => inner.GetAcknowledgementsAsync("shop", token),
        }),
        new("knows commits of other registries", nameof(A_commit_id_may_come_once_in_each_registry), static inner => new WrappedHistory(inner)
        {
            Append = async (registry, expected, versions, token) => registry != "shop" && (await inner.GetHeadAsync("shop", token)).Hash == versions[0].Hash
                ? new(true, expected)
                : await inner.AppendAsync(registry, expected, versions, token),
        }),
        new("takes names for one when they differ in case", nameof(Odd_names_are_names), static inner => Renamed(inner, static name => name.ToLowerInvariant())),
        new("trims names", nameof(Odd_names_are_names), static inner => Renamed(inner, static name => name.TrimEnd())),
        new("normalizes names", nameof(Odd_names_are_names), static inner => Renamed(inner, static name => name.Replace("e\u0301", "\u00E9", StringComparison.Ordinal))),
        new("cuts names", nameof(Odd_names_are_names), static inner => Renamed(inner, static name => name[..Math.Min(name.Length, 3)])),
        new("makes names sound", nameof(Unsound_names_are_refused), static inner => Renamed(inner, static name => string.IsNullOrEmpty(name) ? "none" : name)),

        new("writes what was cancelled", nameof(What_is_cancelled_before_it_begins_leaves_nothing), static inner => new WrappedHistory(inner)
        {
            Append = async (registry, expected, versions, token) =>
            {
                var outcome = await inner.AppendAsync(registry, expected, versions, CancellationToken.None);
                token.ThrowIfCancellationRequested();
                return outcome;
            },
        }),
        new("answers when disposed", nameof(A_disposed_history_refuses_everything), static inner => new WrappedHistory(inner) { ListCheckpoints = static (_, _) => new([]) }),
        new("can be disposed once", nameof(Disposing_twice_is_harmless), OnceDisposed),

        new("forgets what others appended", nameof(Versions_are_there_after_reopening), ForgetsAtOpening),
        new("opens at the last version", nameof(The_head_is_there_after_reopening), static inner => new WrappedHistory(inner)
        {
            Head = async (registry, token) => await inner.GetHeadAsync(registry, token) is var head ? head with { Current = head.Revision } : default,
        }),
        new("has checkpoints in memory", nameof(Checkpoints_are_there_after_reopening), ChecksInMemory),
        new("has acknowledgements in memory", nameof(Acknowledgements_are_there_after_reopening), static inner => Acknowledging(inner, static (_, _) => false)),
        new("has commit ids in memory", nameof(A_repeated_commit_counts_as_appended_after_reopening), static inner => new WrappedHistory(inner) { Append = Forgetful(inner) }),

        new("has heads in memory", nameof(Two_histories_see_the_same), ForgetsAtOpening),
        new("tells each of two writers that it won", nameof(Of_two_histories_one_wins_each_revision), static inner => new WrappedHistory(inner)
        {
            Append = async (registry, expected, versions, token) => await inner.AppendAsync(registry, expected, versions, token) with { IsAppended = true },
        }),
        new("watches itself alone", nameof(A_watch_sees_what_another_history_did), static inner => new WrappedHistory(inner) { Watch = static (_, _, token) => Never(token) }),
    ];

    /// <summary>Acknowledgements in a dictionary of its own, which keeps the known or the new one.</summary>
    private static WrappedHistory Acknowledging(IRegistryHistory inner, Func<long, long, bool> keepsKnown)
    {
        var revisions = new System.Collections.Concurrent.ConcurrentDictionary<string, long>(StringComparer.Ordinal);
        return new(inner)
        {
            Acknowledge = (_, participant, revision, _) =>
            {
                revisions.AddOrUpdate(participant, revision, (_, known) => keepsKnown(known, revision) ? known : revision);
                return default;
            },
            GetAcknowledgements = (_, _) => new(new Dictionary<string, long>(revisions)),
        };
    }

    private static WrappedHistory Renamed(IRegistryHistory inner, Func<string, string> rename) => new(inner)
    {
        Head = (registry, token) => inner.GetHeadAsync(rename(registry), token),
        Append = (registry, expected, versions, token) => inner.AppendAsync(rename(registry), expected, versions, token),
        ReadRange = (registry, after, through, token) => inner.ReadAsync(rename(registry), after, through, token),
        Acknowledge = (registry, participant, revision, token) => inner.AcknowledgeAsync(rename(registry), participant, revision, token),
        GetAcknowledgements = (registry, token) => inner.GetAcknowledgementsAsync(rename(registry), token),
    };

    private static WrappedHistory OnceDisposed(IRegistryHistory inner)
    {
        var isDisposed = false;
        return new(inner)
        {
            Dispose = () =>
            {
                if (isDisposed) throw new InvalidOperationException("It is disposed.");
                isDisposed = true;
                return inner.DisposeAsync();
            },
        };
    }

    /// <summary>A history of its own for each that opens the store.</summary>
    private static MemoryHistory ForgetsAtOpening(IRegistryHistory inner) => new();

    private static WrappedHistory ChecksInMemory(IRegistryHistory inner)
    {
        var own = new Dictionary<long, HistoryCheckpoint>();
        return new(inner)
        {
            ListCheckpoints = (_, _) => new([.. own.Keys.Order()]),
            ReadCheckpoint = (_, revision, _) => new(own.GetValueOrDefault(revision)),
            WriteCheckpoint = (_, checkpoint, _) =>
            {
                own[checkpoint.Revision] = checkpoint;
                return default;
            },
        };
    }

    private static async IAsyncEnumerable<HistoryHead> Never([EnumeratorCancellation] CancellationToken token)
    {
        await Task.Delay(Timeout.InfiniteTimeSpan, token);
        yield break;
    }

    private static async IAsyncEnumerable<HistoryHead> Deaf(IRegistryHistory inner, string registry, HistoryHead after)
    {
        await foreach (var head in inner.WatchAsync(registry, after)) yield return head;
    }

    private static async IAsyncEnumerable<HistoryHead> Later(IAsyncEnumerable<HistoryHead> heads, long revision)
    {
        await foreach (var head in heads)
        {
            if (head.Revision > revision) yield return head;
        }
    }

    private static async IAsyncEnumerable<HistoryHead> FromNow(IRegistryHistory inner, string registry, [EnumeratorCancellation] CancellationToken token)
    {
        await foreach (var head in inner.WatchAsync(registry, await inner.GetHeadAsync(registry, token), token)) yield return head;
    }

    private static async IAsyncEnumerable<HistoryHead> Again(IRegistryHistory inner, string registry, [EnumeratorCancellation] CancellationToken token)
    {
        await foreach (var head in inner.WatchAsync(registry, default, token))
        {
            while (true)
            {
                yield return head;
                await Task.Delay(1, token);
            }
        }
    }
}
