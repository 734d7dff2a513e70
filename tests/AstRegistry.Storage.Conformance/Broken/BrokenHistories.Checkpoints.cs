using static AstRegistry.Storage.Conformance.Contract.HistoryPromises;

namespace AstRegistry.Storage.Conformance.Broken;

internal static partial class BrokenHistories
{
    private static IEnumerable<BrokenHistory> Checkpoints =>
    [
        new("forgets checkpoints", nameof(A_checkpoint_reads_back_as_it_was), static inner => new WrappedHistory(inner) { WriteCheckpoint = static (_, _, _) => default }),
        new("keeps the first chunk of a checkpoint", nameof(A_large_checkpoint_reads_back_as_it_was), static inner => new WrappedHistory(inner)
        {
            WriteCheckpoint = (registry, checkpoint, token) => inner.WriteCheckpointAsync(registry, checkpoint with { Data = checkpoint.Data[..Math.Min(256 << 10, checkpoint.Data.Length)] }, token),
        }),
        new("leaves the rest of a longer checkpoint", nameof(A_checkpoint_is_replaced_as_a_whole), static inner => new WrappedHistory(inner)
        {
            WriteCheckpoint = async (registry, checkpoint, token) =>
            {
                var old = (await inner.ReadCheckpointAsync(registry, checkpoint.Revision, token))?.Data ?? default;
                byte[] merged = [.. checkpoint.Data.Span, .. old.Span[Math.Min(checkpoint.Data.Length, old.Length)..]];
                await inner.WriteCheckpointAsync(registry, checkpoint with { Data = merged }, token);
            },
        }),
        new("lists checkpoints backwards", nameof(Checkpoints_are_listed_in_order), static inner => new WrappedHistory(inner)
        {
            ListCheckpoints = async (registry, token) => [.. (await inner.ListCheckpointsAsync(registry, token)).Reverse()],
        }),
        new("gives the nearest checkpoint", nameof(A_missing_checkpoint_is_null), static inner => new WrappedHistory(inner)
        {
            ReadCheckpoint = async (registry, revision, token) => await inner.ReadCheckpointAsync(registry, revision, token) ?? await inner.ReadCheckpointAsync(registry, revision - 1, token),
        }),
        new("keeps a checkpoint of what is not there", nameof(A_checkpoint_of_an_unknown_version_is_refused), static inner => new WrappedHistory(inner)
        {
            WriteCheckpoint = async (registry, checkpoint, token) => await inner.WriteCheckpointAsync(registry, checkpoint with { Revision = Math.Clamp(checkpoint.Revision, 0, (await inner.GetHeadAsync(registry, token)).Revision) }, token),
        }),
        new("moves to each checkpoint", nameof(A_checkpoint_leaves_the_head_alone), static inner => new WrappedHistory(inner)
        {
            WriteCheckpoint = async (registry, checkpoint, token) =>
            {
                await inner.WriteCheckpointAsync(registry, checkpoint, token);
                await inner.MoveAsync(registry, await inner.GetHeadAsync(registry, token), checkpoint.Revision, token);
            },
        }),
    ];

    private static IEnumerable<BrokenHistory> Compaction =>
    [
        new("pretends to compact", nameof(Compaction_takes_versions_away), static inner => new WrappedHistory(inner) { Compact = static (_, _, _, _) => default }),
        new("calls what was compacted unknown", nameof(Compaction_takes_versions_away), static inner => new WrappedHistory(inner)
        {
            ReadOne = async (registry, revision, token) => revision <= (await inner.GetHeadAsync(registry, token)).CompactedRevision
                ? throw new HistoryException(HistoryFault.UnknownVersion, "There is none.")
                : await inner.ReadAsync(registry, revision, token),
        }),
        new("takes a version too many", nameof(Compaction_leaves_later_versions), static inner => new WrappedHistory(inner)
        {
            Compact = (registry, through, keep, token) => inner.CompactAsync(registry, through + 1, keep, token),
        }),
        new("reads what is left of a range", nameof(A_range_that_begins_in_the_compacted_part_is_refused), static inner => new WrappedHistory(inner) { ReadRange = Pages(inner) }),
        new("makes the last version current when compacting", nameof(Compaction_leaves_revision_hash_and_current), static inner => new WrappedHistory(inner)
        {
            Compact = async (registry, through, keep, token) =>
            {
                await inner.CompactAsync(registry, through, keep, token);
                var head = await inner.GetHeadAsync(registry, token);
                await inner.MoveAsync(registry, head, head.Revision, token);
            },
        }),
        new("keeps all checkpoints", nameof(Compaction_takes_checkpoints_before_it), static inner => new WrappedHistory(inner)
        {
            Compact = async (registry, through, _, token) => await inner.CompactAsync(registry, through, [.. await inner.ListCheckpointsAsync(registry, token)], token),
        }),
        new("keeps no checkpoints", nameof(Compaction_keeps_the_checkpoints_it_is_told_to), static inner => new WrappedHistory(inner)
        {
            Compact = (registry, through, _, token) => inner.CompactAsync(registry, through, [], token),
        }),
        new("compacts as far as it can", nameof(Compaction_through_the_current_version_is_refused), static inner => new WrappedHistory(inner)
        {
            Compact = async (registry, through, keep, token) => await inner.CompactAsync(registry, Math.Min(through, (await inner.GetHeadAsync(registry, token)).Current - 1), keep, token),
        }),
        new("moves the head with each compaction", nameof(Compacting_less_than_before_changes_nothing), static inner => new WrappedHistory(inner)
        {
            Compact = async (registry, through, keep, token) =>
            {
                await inner.CompactAsync(registry, through, keep, token);
                var head = await inner.GetHeadAsync(registry, token);
                await inner.MoveAsync(registry, head, head.Current, token);
            },
        }),
        new("begins anew after a compaction", nameof(A_compacted_history_goes_on), static inner => new WrappedHistory(inner)
        {
            Append = (registry, expected, versions, token) => expected.CompactedRevision > 0 ? throw new HistoryException(HistoryFault.ReadOnly, "It was compacted.") : inner.AppendAsync(registry, expected, versions, token),
        }),
        new("goes back to what was compacted", nameof(Moving_to_a_compacted_version_is_refused), static inner => new WrappedHistory(inner)
        {
            Move = (registry, expected, current, token) => inner.MoveAsync(registry, expected, Math.Max(current, expected.CompactedRevision + 1), token),
        }),
    ];
}
