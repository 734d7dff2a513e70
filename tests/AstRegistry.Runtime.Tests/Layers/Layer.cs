namespace AstRegistry.Runtime.Tests.Layers;

/// <summary>The one place that knows how the layers of these tests are made: schemes and ASTs are strings.</summary>
internal static class Layer
{
    public static readonly EntryId A = EntryId.Parse("shop:a");
    public static readonly EntryId B = EntryId.Parse("shop:b");
    public static readonly EntryId C = EntryId.Parse("shop:c");

    public static LayeredRegistry<string, string> NewRoot(LayerOptions? options = null) => LayeredRegistry<string, string>.NewRoot(options);

    public static string? SchemeOf(this LayeredRegistry<string, string> layer, EntryId id) => layer.TryGetScheme(id, out var scheme) ? scheme : null;

    public static string? AstOf(this LayeredRegistry<string, string> layer, EntryId id) => layer.TryGetAst(id, out var ast) ? ast : null;

    /// <summary>All that a layer shows, as text.</summary>
    public static string Describe(this LayerSnapshot<string, string> snapshot) => string.Join("; ", snapshot.Ids.Order().Select(id =>
        $"{id}={(snapshot.TryGetScheme(id, out var scheme) ? scheme : "-")}/{(snapshot.TryGetAst(id, out var ast) ? ast : "-")}"
        + (snapshot.DependenciesOf(id) is { Count: > 0 } edges ? $"→{string.Join(',', edges)}" : "")));
}
