using Microsoft.CodeAnalysis;

namespace AstRegistry.FieldStudy.Counts;

/// <summary>Where a declaration begins.</summary>
internal readonly record struct Place(string File, int Line, int Column)
{
    public static Place Of(SyntaxTree tree, int position)
    {
        var start = tree.GetText().Lines.GetLinePosition(position);
        return new Place(tree.FilePath, start.Line, start.Character);
    }

    public override string ToString() => $"{Path.GetFileName(File)}:{Line + 1}:{Column + 1}";
}

/// <summary>The declarations of one kind as one side sees them: each name with all places that belong to it.</summary>
internal sealed class Declared
{
    public Dictionary<string, HashSet<Place>> Places { get; } = new(StringComparer.Ordinal);

    public int Count => Places.Count;

    public void Add(string name, Place place)
    {
        if (!Places.TryGetValue(name, out var places)) Places.Add(name, places = []);
        places.Add(place);
    }

    /// <summary>What one side has and the other has not, by place: each declaration must be made of the same places on both sides.</summary>
    public List<string> Differences(Declared symbols)
    {
        var ours = Places.ToDictionary(d => string.Join(' ', d.Value.Select(p => p.ToString()).Order(StringComparer.Ordinal)) + "|" + d.Value.First().File, d => d.Key);
        var theirs = symbols.Places.ToDictionary(d => string.Join(' ', d.Value.Select(p => p.ToString()).Order(StringComparer.Ordinal)) + "|" + d.Value.First().File, d => d.Key);
        return
        [
            .. ours.Where(d => !theirs.ContainsKey(d.Key)).Select(d => $"only ours: {d.Value} at {d.Key.Split('|')[0]}"),
            .. theirs.Where(d => !ours.ContainsKey(d.Key)).Select(d => $"only symbols: {d.Value} at {d.Key.Split('|')[0]}"),
        ];
    }
}
