namespace AstRegistry.Code;

/// <summary>Successive positions that one generation gave to classes of one project.</summary>
/// <param name="Stamp">The stamp of the generation.</param>
/// <param name="Start">The first position, counted from 0 over the whole database.</param>
/// <param name="Offset">How many positions the project was given in generations before.</param>
/// <param name="Count">How many positions these are.</param>
internal readonly record struct PositionRange(ulong Stamp, int Start, int Offset, int Count)
{
    /// <summary>The id of a class by its place among all classes that the project ever had.</summary>
    public ClassId IdAt(int offset) => new(Stamp, Start + offset - Offset + 1);
}
