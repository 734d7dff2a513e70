using System.Text.Json.Serialization;

namespace AstRegistry.Tool.Output;

/// <summary>The result of <c>lock --format json</c>.</summary>
/// <param name="Version">The version of the shape; it changes when a reader of the old one would fail.</param>
/// <param name="Projects">What came out, project by project.</param>
internal sealed record JsonLockResult(int Version, IReadOnlyList<JsonProject> Projects);

/// <summary>What came out for one project.</summary>
/// <param name="Project">The project file.</param>
/// <param name="Lock">The lock file.</param>
/// <param name="Status"><c>inStep</c>, <c>drifted</c>, <c>missing</c>, <c>updated</c>, <c>faulty</c>, <c>unparsed</c>, <c>resolved</c> or <c>conflicted</c>.</param>
/// <param name="Baseline">From what renames were told: <c>snapshot</c>, <c>none</c>, or the id of a commit; absent where nothing had to be told.</param>
/// <param name="Changes">What is, or was, to be changed.</param>
/// <param name="Proposals">Likely renames.</param>
/// <param name="Faults">What is wrong with the lock file.</param>
/// <param name="Conflicts">What two sides of a merge contradict each other in.</param>
/// <param name="SyntaxError">The first place where the sources cannot be parsed; absent where they can.</param>
internal sealed record JsonProject(
    string Project,
    string Lock,
    string Status,
    string? Baseline,
    IReadOnlyList<JsonChange> Changes,
    IReadOnlyList<JsonProposal> Proposals,
    IReadOnlyList<JsonFault> Faults,
    IReadOnlyList<JsonConflict> Conflicts,
    string? SyntaxError);

/// <summary>The result of <c>diff --format json</c>.</summary>
/// <param name="Version">The version of the shape.</param>
/// <param name="Changes">What changed, sorted by key.</param>
internal sealed record JsonDiffResult(int Version, IReadOnlyList<JsonChange> Changes);

/// <summary>What became of an id.</summary>
/// <param name="Change"><c>added</c>, <c>renamed</c>, <c>moved</c>, <c>retired</c>, <c>retargeted</c>, <c>revived</c> or <c>removed</c>.</param>
/// <param name="Id">The id.</param>
/// <param name="Before">What it named; absent for an added one.</param>
/// <param name="After">What it names; absent for a removed one.</param>
/// <param name="Inherited">Whether it only came along with its type.</param>
internal sealed record JsonChange(string Change, string Id, JsonRecord? Before, JsonRecord? After, bool Inherited);

/// <summary>A record of a lock file.</summary>
/// <param name="Kind">The kind of declaration.</param>
/// <param name="Key">Its canonical key.</param>
/// <param name="Was">The key when it was first seen; absent where that is the same.</param>
/// <param name="Salt">The salt of the id; 0 for none.</param>
/// <param name="Targets">The target frameworks; empty for all.</param>
/// <param name="Retired">Whether the declaration is gone.</param>
internal sealed record JsonRecord(string Kind, string Key, string? Was, int Salt, IReadOnlyList<string> Targets, bool Retired);

/// <summary>A likely rename.</summary>
/// <param name="Kind">The kind of what it was.</param>
/// <param name="From">The key it had.</param>
/// <param name="To">The key it may have now.</param>
/// <param name="Evidence">What speaks for it.</param>
internal sealed record JsonProposal(string Kind, string From, string To, string Evidence);

/// <summary>A fault of a lock file.</summary>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
/// <param name="Length">How many characters are meant.</param>
/// <param name="Fault">The kind of fault.</param>
/// <param name="Message">The fault in words, and the way out.</param>
internal sealed record JsonFault(int Line, int Column, int Length, string Fault, string Message);

/// <summary>Records of two sides that contradict each other.</summary>
/// <param name="Conflict"><c>idWithTwoKeys</c> or <c>keyWithTwoIds</c>.</param>
/// <param name="Ours">Our lines.</param>
/// <param name="Theirs">Their lines.</param>
internal sealed record JsonConflict(string Conflict, IReadOnlyList<string> Ours, IReadOnlyList<string> Theirs);

/// <summary>Writes the shapes without reflection.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(JsonLockResult))]
[JsonSerializable(typeof(JsonDiffResult))]
internal sealed partial class JsonShapes : JsonSerializerContext;
