namespace AstRegistry.Finding;

/// <summary>A way to the candidates of a query.</summary>
/// <param name="Kind">Which way.</param>
/// <param name="Term">The place of the term that it serves, or −1.</param>
/// <param name="Estimate">About how many entries it brings.</param>
/// <param name="Cost">What it costs beside the other ways.</param>
/// <param name="Index">The index that it uses.</param>
/// <param name="Text">What is looked up.</param>
/// <param name="Start">Where the range begins; the ordinal of a value; the slot of an id.</param>
/// <param name="Count">How long the range is.</param>
internal readonly record struct Access(FinderAccess Kind, int Term, int Estimate, long Cost, FieldIndex? Index = null, string Text = "", int Start = 0, int Count = 0)
{
    /// <summary>Whether the candidates come from an index, so that slots that changed since are to be looked at beside them.</summary>
    public bool IsIndexed => Index is not null;
}
