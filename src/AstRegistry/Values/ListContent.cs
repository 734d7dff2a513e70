using System.Collections;

namespace AstRegistry.Values;

/// <summary>The values of a list.</summary>
internal sealed class ListContent : IReadOnlyList<RegistryValue>, IEquatable<ListContent>
{
    public static readonly ListContent Empty = new([], ContentSize.OfNothing);

    private ListContent(RegistryValue[] items, ContentSize size)
    {
        Items = items;
        Size = size;
    }

    public RegistryValue[] Items { get; }

    public ContentSize Size { get; }

    public int Count => Items.Length;

    public RegistryValue this[int index] => Items[index];

    /// <summary>Takes over an array that nobody changes any more.</summary>
    public static ListContent Create(RegistryValue[] items) => items.Length == 0 ? Empty : new(items, ContentSize.Of(items, []));

    public bool Equals(ListContent? other) => other is not null && Items.AsSpan().SequenceEqual(other.Items);

    public override bool Equals(object? obj) => Equals(obj as ListContent);

    public override int GetHashCode()
    {
        var hash = default(HashCode);
        foreach (var item in Items) hash.Add(item);
        return hash.ToHashCode();
    }

    public IEnumerator<RegistryValue> GetEnumerator() => ((IEnumerable<RegistryValue>)Items).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
