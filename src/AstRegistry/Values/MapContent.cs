using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace AstRegistry.Values;

/// <summary>The names and values of a map, in ordinal order of the names.</summary>
internal sealed class MapContent : IReadOnlyDictionary<string, RegistryValue>, IEquatable<MapContent>
{
    public static readonly MapContent Empty = new([], [], ContentSize.OfNothing);

    private MapContent(string[] names, RegistryValue[] values, ContentSize size)
    {
        Names = names;
        Items = values;
        Size = size;
    }

    public string[] Names { get; }

    public RegistryValue[] Items { get; }

    public ContentSize Size { get; }

    public int Count => Names.Length;

    public IEnumerable<string> Keys => Names;

    public IEnumerable<RegistryValue> Values => Items;

    public RegistryValue this[string key] => TryGet(key, out var value) ? value : throw new KeyNotFoundException($"The map has no '{key}'.");

    /// <summary>Sorts items into a map.</summary>
    /// <exception cref="ArgumentException">A name comes twice or cannot be stored.</exception>
    public static MapContent Create((string Name, RegistryValue Value)[] items)
    {
        foreach (var (name, _) in items)
        {
            ArgumentNullException.ThrowIfNull(name, nameof(items));
            TextRules.Check(name);
        }

        Array.Sort(items, static (left, right) => string.CompareOrdinal(left.Name, right.Name));
        for (var i = 1; i < items.Length; i++)
        {
            if (items[i].Name == items[i - 1].Name) throw new ArgumentException($"The map has '{items[i].Name}' twice.", nameof(items));
        }

        return FromSorted(Array.ConvertAll(items, static item => item.Name), Array.ConvertAll(items, static item => item.Value));
    }

    /// <summary>Takes over arrays that nobody changes any more, whose names are known to be sound and in strict ordinal order.</summary>
    public static MapContent FromSorted(string[] names, RegistryValue[] values) => names.Length == 0 ? Empty : new(names, values, ContentSize.Of(values, names));

    public bool TryGet(string name, out RegistryValue value)
    {
        var index = Array.BinarySearch(Names, name, StringComparer.Ordinal);
        value = index < 0 ? default : Items[index];
        return index >= 0;
    }

    public bool ContainsKey(string key) => TryGet(key, out _);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out RegistryValue value) => TryGet(key, out value);

    public bool Equals(MapContent? other) => other is not null && Names.AsSpan().SequenceEqual(other.Names) && Items.AsSpan().SequenceEqual(other.Items);

    public override bool Equals(object? obj) => Equals(obj as MapContent);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var name in Names) hash.Add(name);
        foreach (var item in Items) hash.Add(item);
        return hash.ToHashCode();
    }

    public IEnumerator<KeyValuePair<string, RegistryValue>> GetEnumerator()
    {
        for (var i = 0; i < Names.Length; i++) yield return new(Names[i], Items[i]);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
