namespace AstRegistry.Layers;

/// <summary>Numbers that are given once in a process. A part of a cell that carries the same one was not written in between.</summary>
internal static class LayerStamp
{
    /// <summary>The stamp of what is not there.</summary>
    public const long None = 0;

    private static long _last;

    public static long Next() => Interlocked.Increment(ref _last);
}
