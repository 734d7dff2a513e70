using Microsoft.CodeAnalysis;

namespace AstRegistry.Renames;

/// <summary>The types and members of a project with the facts that rename detection compares.</summary>
/// <param name="projectName">The assembly name.</param>
/// <param name="types">The types in ordinal order of their keys.</param>
/// <param name="members">The members in ordinal order of their keys, then of their kinds.</param>
internal sealed class ProjectDeclarations(string projectName, IReadOnlyList<DeclaredType> types, IReadOnlyList<DeclaredMember> members)
{
    /// <summary>The assembly name.</summary>
    public string ProjectName { get; } = projectName;

    /// <summary>The types in ordinal order of their keys, which puts each behind its container.</summary>
    public IReadOnlyList<DeclaredType> Types { get; } = types;

    /// <summary>The members in ordinal order of their keys, then of their kinds.</summary>
    public IReadOnlyList<DeclaredMember> Members { get; } = members;

    /// <summary>
    /// Reads a project with one target. The order of the trees does not matter; of two members with one key and kind, which only broken code
    /// has, the one in the file whose path is ordinally smaller counts.
    /// </summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static ProjectDeclarations Read(string project, IEnumerable<SyntaxTree> trees, CancellationToken cancellationToken = default) =>
        Read(project, [new TargetSources("", trees)], cancellationToken);

    /// <summary>
    /// Reads a project with several targets, whose declarations are merged. Where the facts of a declaration differ, those of the ordinally
    /// smallest target count.
    /// </summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static ProjectDeclarations Read(string project, IEnumerable<TargetSources> targets, CancellationToken cancellationToken = default) =>
        DeclarationReader.Read(project, targets, cancellationToken);
}
