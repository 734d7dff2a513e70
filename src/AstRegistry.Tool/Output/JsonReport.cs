using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using AstRegistry.Locking;
using AstRegistry.Tool.Locks;

namespace AstRegistry.Tool.Output;

/// <summary>Results for programs.</summary>
internal static class JsonReport
{
    private const int Version = 1;

    /// <summary>Writes what came out for some projects.</summary>
    public static void Write(Terminal terminal, IEnumerable<JsonProject> projects) => Write(terminal, new(Version, [.. projects]), JsonShapes.Default.JsonLockResult);

    /// <summary>Writes the difference of two lock files.</summary>
    public static void Write(Terminal terminal, LockDifference difference) =>
        Write(terminal, new(Version, [.. difference.Changes.Select(Of)]), JsonShapes.Default.JsonDiffResult);

    /// <summary>What a run on a lock came to.</summary>
    public static JsonProject Of(LockOutcome outcome) => new(
        outcome.Project.ProjectPath,
        outcome.Project.LockPath,
        Name(outcome.Status),
        outcome.Baseline?.Name,
        [.. outcome.Changes.Select(Of)],
        [.. outcome.Proposals.Select(static proposal => new JsonProposal(proposal.From.Kind, proposal.From.Key, proposal.To.Key, proposal.Evidence))],
        [.. outcome.Faults.Select(Of)],
        [],
        outcome.SyntaxError.Length > 0 ? outcome.SyntaxError : null);

    /// <summary>What settling the conflicts of a lock came to.</summary>
    public static JsonProject Of(string projectPath, string lockPath, LockMergeResult result) => new(
        projectPath,
        lockPath,
        result.IsClean ? "resolved" : result.Text is null ? "faulty" : "conflicted",
        null,
        [],
        [],
        [.. result.Faults.Select(Of)],
        [.. result.Conflicts.Select(static conflict => new JsonConflict(Name(conflict.Kind), Lines(conflict.Ours), Lines(conflict.Theirs)))],
        null);

    private static JsonChange Of(LockChange change) => new(Words.Of(change.Kind), $"{change.Id:x16}", Of(change.Before), Of(change.After), change.IsInherited);

    private static JsonRecord? Of(LockRecord? record) =>
        record is null ? null : new(record.Key.Kind, record.Key.Key, record.Was?.Key, record.Salt, record.Targets.Names, record.IsRetired);

    private static JsonFault Of(LockFault fault) => new(fault.Line, fault.Column, fault.Length, Name(fault.Kind), fault.Message);

    private static string[] Lines(IEnumerable<LockRecord> records) => [.. records.Select(static record => record.ToString())];

    private static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    private static void Write<T>(Terminal terminal, T value, JsonTypeInfo<T> type) => terminal.Output.WriteLine(JsonSerializer.Serialize(value, type));
}
