namespace AstRegistry;

/// <summary>Where something stands in the source.</summary>
/// <param name="Path">The repository-relative path with forward slashes, or empty when the project does not emit paths.</param>
/// <param name="Span">The stretch of text.</param>
public readonly record struct SourceLocation(string Path, SourceSpan Span)
{
    /// <summary>The location as editors print it, counted from 1: <c>Shop/Cart.cs:12:5-14:6</c>, without a path the span alone.</summary>
    public override string ToString() => string.IsNullOrEmpty(Path) ? Span.ToString() : $"{Path}:{Span}";
}
