namespace AstRegistry.Dependencies;

/// <summary>One step of a <see cref="ValuePath"/>.</summary>
internal readonly record struct PathStep(PathStepKind Kind, string Name = "", int Index = 0);
