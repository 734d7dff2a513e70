namespace AstRegistry;

public sealed partial class CodeRegistry
{
    /// <summary>All points that a level instruments, in the order of <see cref="Modules"/>; see <see cref="NodeRecord.Level"/>.</summary>
    /// <remarks>Below <see cref="AstRegistryDetail.Statements"/> only the declarations of functions are recorded, and so only where they begin.</remarks>
    public IEnumerable<NodeRecord> GetInstrumentationPoints(InstrumentationLevel level) =>
        Modules.SelectMany(module => module.GetInstrumentationPoints(level));

    /// <summary>All points that are of any of some kinds, in the order of <see cref="Modules"/>.</summary>
    /// <remarks>Below <see cref="AstRegistryDetail.Statements"/> only the declarations of functions are recorded, and so only where they begin.</remarks>
    public IEnumerable<NodeRecord> GetInstrumentationPoints(InstrumentationPointKinds kinds) =>
        Modules.SelectMany(module => module.GetInstrumentationPoints(kinds));
}
