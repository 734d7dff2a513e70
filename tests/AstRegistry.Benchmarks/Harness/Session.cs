using AstRegistry.Benchmarks.CodeBases;
using AstRegistry.Benchmarks.Lookups;

namespace AstRegistry.Benchmarks.Harness;

/// <summary>What all suites of one run share: its length, and the code bases, each parsed once.</summary>
/// <param name="IsShort">Whether the run has to end within three minutes.</param>
/// <param name="Sources">Folders of real code bases.</param>
/// <param name="Symbols">The preprocessor symbols of the real code bases.</param>
internal sealed record Session(bool IsShort, IReadOnlyList<string> Sources, IReadOnlyList<string> Symbols)
{
    private readonly Dictionary<int, CodeBase> _synthetic = [];
    private IReadOnlyList<CodeBase>? _real;
    private LookupAssembly? _lookupAssembly;

    public IReadOnlyList<CodeBase> Real => _real ??= [.. Sources.Select(folder => CodeBase.Read(folder, Symbols))];

    public LookupAssembly LookupAssembly => _lookupAssembly ??= LookupAssembly.Build();

    /// <summary>A number of repetitions by the length of the run.</summary>
    public int Times(int ifShort, int ifFull) => IsShort ? ifShort : ifFull;

    /// <summary>A synthetic code base; smaller ones share the trees of larger ones.</summary>
    public CodeBase Synthetic(int files)
    {
        if (_synthetic.TryGetValue(files, out var known)) return known;
        var larger = _synthetic.Values.Where(code => code.Trees.Count > files).MinBy(static code => code.Trees.Count);
        return _synthetic[files] = larger?.Take(files) ?? CodeBase.Synthetic(files);
    }
}
