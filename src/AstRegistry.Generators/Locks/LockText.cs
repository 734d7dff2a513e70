namespace AstRegistry.Generators.Locks;

/// <summary>A lock file among the additional files.</summary>
/// <param name="Path">Its path, by which one of several is chosen; never emitted.</param>
/// <param name="Text">What stands in it.</param>
internal readonly record struct LockText(string Path, string Text);
