using Microsoft.CodeAnalysis;

namespace AstRegistry.Renames;

/// <summary>The syntax of a project as one of its targets sees it.</summary>
/// <param name="Target">The target framework, <c>net8.0</c>.</param>
/// <param name="Trees">The trees, parsed with the symbols of the target.</param>
internal readonly record struct TargetSources(string Target, IEnumerable<SyntaxTree> Trees);
