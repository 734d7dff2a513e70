using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace AstRegistry.Tests.Generators;

/// <summary>What the tracked steps of a run tell of what ran again.</summary>
internal static class TrackedSteps
{
    /// <summary>How many outputs of a step were made anew and differ from before.</summary>
    public static int Changed(this GeneratorRunResult result, string step) => Reasons(result.TrackedSteps, step)
        .Count(static reason => reason is IncrementalStepRunReason.New or IncrementalStepRunReason.Modified);

    /// <summary>How many outputs of a step were made anew, whether they differ or not.</summary>
    public static int Rerun(this GeneratorRunResult result, string step) => Reasons(result.TrackedSteps, step)
        .Count(static reason => reason != IncrementalStepRunReason.Cached);

    /// <summary>The names of the sources that a run wrote again, compared by reference with those of the run before.</summary>
    public static ImmutableArray<string> RewrittenSince(this GeneratorRunResult result, GeneratorRunResult before) =>
    [
        .. result.GeneratedSources
            .Where(source => !before.GeneratedSources.Any(old => old.HintName == source.HintName && ReferenceEquals(old.SourceText, source.SourceText)))
            .Select(static source => source.HintName),
    ];

    private static IEnumerable<IncrementalStepRunReason> Reasons(
        ImmutableDictionary<string, ImmutableArray<IncrementalGeneratorRunStep>> steps,
        string name) => steps[name].SelectMany(static step => step.Outputs).Select(static output => output.Reason);
}
