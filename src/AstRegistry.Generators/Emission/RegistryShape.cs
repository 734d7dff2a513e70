using AstRegistry.Generators.Buckets;
using AstRegistry.Generators.References;
using AstRegistry.Generators.Settings;

namespace AstRegistry.Generators.Emission;

/// <summary>What the source that users see depends on: no body, no name, no position.</summary>
/// <param name="Frame">What all sources have in common.</param>
/// <param name="ProjectName">The assembly name.</param>
/// <param name="IsPublic">Whether the registry is public.</param>
/// <param name="IsExported">Whether the registry has an entry for referring projects.</param>
/// <param name="References">The registries of referenced projects.</param>
/// <param name="Requested">The detail that was asked for.</param>
/// <param name="NonEmpty">The buckets that hold a file.</param>
/// <param name="LeftOut">A sentence for everything that the registry does not hold, or that was not understood.</param>
internal sealed record RegistryShape(
    RegistryFrame Frame,
    string ProjectName,
    bool IsPublic,
    bool IsExported,
    ReferencedRegistries References,
    AstRegistryDetail Requested,
    BucketSet NonEmpty,
    EquatableArray<string> LeftOut)
{
    /// <summary>Puts together what the steps before found out.</summary>
    public static RegistryShape Of(
        RegistrySettings settings,
        RegistryFrame frame,
        BucketSet nonEmpty,
        ReferencedRegistries references,
        bool isLockFaulty,
        EquatableArray<string> leftOutFiles) => new(
        frame,
        settings.ProjectName,
        settings.IsPublic,
        settings.IsExported,
        references,
        settings.Detail,
        nonEmpty,
        LeftOutNotices.Of(settings, frame, references, isLockFaulty, leftOutFiles));
}
