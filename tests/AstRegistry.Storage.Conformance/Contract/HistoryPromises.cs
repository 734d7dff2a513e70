using static AstRegistry.Storage.Conformance.Contract.Capabilities;

namespace AstRegistry.Storage.Conformance.Contract;

/// <summary>What <see cref="IRegistryHistory"/> promises, each as a method that fails where a history does not keep it. A new promise is a method and a line.</summary>
public static partial class HistoryPromises
{
    public static TheoryData<string> Names => [.. All.Select(static check => check.Name)];

    public static IReadOnlyList<HistoryCheck> All { get; } =
    [
        HistoryCheck.Of(A_registry_begins_empty),
        HistoryCheck.Of(An_append_moves_the_head),
        HistoryCheck.Of(An_appended_version_reads_back_as_it_was, Rewind),
        HistoryCheck.Of(A_large_version_reads_back_as_it_was, Rewind),
        HistoryCheck.Of(Several_versions_are_appended_at_once, Rewind),
        HistoryCheck.Of(A_stale_head_appends_nothing),
        HistoryCheck.Of(A_batch_on_a_stale_head_appends_none_of_it, Rewind),
        HistoryCheck.Of(A_head_that_moved_away_and_back_is_stale, Rewind),
        HistoryCheck.Of(Versions_that_do_not_follow_the_head_are_refused),
        HistoryCheck.Of(A_batch_with_a_gap_is_refused_as_a_whole),
        HistoryCheck.Of(No_versions_are_refused),
        HistoryCheck.Of(A_repeated_commit_counts_as_appended),
        HistoryCheck.Of(A_repeated_commit_counts_as_appended_when_others_followed, Rewind),
        HistoryCheck.Of(A_repeated_batch_counts_as_appended_when_all_of_it_is_there, Rewind),
        HistoryCheck.Of(Other_content_under_a_commit_id_is_not_appended),
        HistoryCheck.Of(A_commit_id_belongs_to_one_version, Rewind),
        HistoryCheck.Of(A_version_may_have_any_earlier_parent, Rewind),
        HistoryCheck.Of(Of_concurrent_appends_one_wins_each_revision, Rewind),

        HistoryCheck.Of(Moving_changes_the_current_version_alone, Rewind),
        HistoryCheck.Of(Moving_with_a_stale_head_changes_nothing, Rewind),
        HistoryCheck.Of(Moving_to_an_unknown_version_is_refused, Rewind),
        HistoryCheck.Of(Moving_back_to_the_empty_registry, Rewind),
        HistoryCheck.Of(An_append_after_going_back_follows_the_last_revision, Rewind),
        HistoryCheck.Of(Going_back_is_refused_without_versions, HeadOnly),
        HistoryCheck.Of(Reading_is_refused_without_versions, HeadOnly),

        HistoryCheck.Of(A_range_is_read_in_order, Rewind),
        HistoryCheck.Of(A_range_ends_at_the_head, Rewind),
        HistoryCheck.Of(An_empty_range_has_nothing),
        HistoryCheck.Of(A_long_range_is_complete, Rewind),
        HistoryCheck.Of(A_range_has_no_gap_when_compaction_comes_between, Rewind),
        HistoryCheck.Of(One_version_reads_as_in_a_range, Rewind),
        HistoryCheck.Of(An_unknown_version_is_refused, Rewind),

        HistoryCheck.Of(A_checkpoint_reads_back_as_it_was, Rewind),
        HistoryCheck.Of(A_large_checkpoint_reads_back_as_it_was, Rewind),
        HistoryCheck.Of(A_checkpoint_is_replaced_as_a_whole, Rewind),
        HistoryCheck.Of(Checkpoints_are_listed_in_order, Rewind),
        HistoryCheck.Of(A_missing_checkpoint_is_null),
        HistoryCheck.Of(A_checkpoint_of_an_unknown_version_is_refused, Rewind),
        HistoryCheck.Of(A_checkpoint_leaves_the_head_alone, Rewind),

        HistoryCheck.Of(Compaction_takes_versions_away, Rewind),
        HistoryCheck.Of(Compaction_leaves_later_versions, Rewind),
        HistoryCheck.Of(A_range_that_begins_in_the_compacted_part_is_refused, Rewind),
        HistoryCheck.Of(Compaction_leaves_revision_hash_and_current, Rewind),
        HistoryCheck.Of(Compaction_takes_checkpoints_before_it, Rewind),
        HistoryCheck.Of(Compaction_keeps_the_checkpoints_it_is_told_to, Rewind),
        HistoryCheck.Of(Compaction_through_the_current_version_is_refused),
        HistoryCheck.Of(Compacting_less_than_before_changes_nothing, Rewind),
        HistoryCheck.Of(A_compacted_history_goes_on, Rewind),
        HistoryCheck.Of(Moving_to_a_compacted_version_is_refused, Rewind),

        HistoryCheck.Of(An_acknowledgement_reads_back),
        HistoryCheck.Of(An_acknowledgement_never_goes_back),
        HistoryCheck.Of(Participants_acknowledge_apart),
        HistoryCheck.Of(Of_concurrent_acknowledgements_the_greatest_stays),

        HistoryCheck.Of(A_watch_wakes_on_an_append),
        HistoryCheck.Of(A_watch_wakes_on_a_move, Rewind),
        HistoryCheck.Of(A_watch_that_is_behind_sees_the_head_at_once),
        HistoryCheck.Of(A_watch_goes_forward_to_the_last_head),
        HistoryCheck.Of(A_watch_is_of_one_registry),
        HistoryCheck.Of(A_watch_ends_when_cancelled),
        HistoryCheck.Of(A_watch_ends_when_the_history_is_disposed),

        HistoryCheck.Of(Registries_are_independent),
        HistoryCheck.Of(A_commit_id_may_come_once_in_each_registry),
        HistoryCheck.Of(Odd_names_are_names),
        HistoryCheck.Of(Unsound_names_are_refused),

        HistoryCheck.Of(What_is_cancelled_before_it_begins_leaves_nothing, Rewind),
        HistoryCheck.Of(A_disposed_history_refuses_everything),
        HistoryCheck.Of(Disposing_twice_is_harmless),
        HistoryCheck.Of(Versions_are_there_after_reopening, Rewind | Durable),
        HistoryCheck.Of(The_head_is_there_after_reopening, Rewind | Durable),
        HistoryCheck.Of(Checkpoints_are_there_after_reopening, Rewind | Durable),
        HistoryCheck.Of(Acknowledgements_are_there_after_reopening, Durable),
        HistoryCheck.Of(A_repeated_commit_counts_as_appended_after_reopening, Rewind | Durable),

        HistoryCheck.Of(Two_histories_see_the_same, Rewind | Shared),
        HistoryCheck.Of(Of_two_histories_one_wins_each_revision, Rewind | Shared),
        HistoryCheck.Of(A_watch_sees_what_another_history_did, Shared),
    ];
}
