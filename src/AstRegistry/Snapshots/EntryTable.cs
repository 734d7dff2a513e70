using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using AstRegistry.Entries;

namespace AstRegistry.Snapshots;

/// <summary>
/// Values by id, immutable: the store below layers and versions alike. Values lie in slots in the order of their creation; a map for each
/// namespace leads from names to slots.
/// </summary>
/// <remarks>
/// An id remembers the slot where it was found last, and a get looks there first, which costs a walk down the vector and one comparison. Slots
/// are of this table and its copies alone: a slot that was emptied is not used again before more than half of all are empty, when a builder
/// moves the rest together. So a slot is a guess that is compared with the id wherever it is used.
/// </remarks>
internal sealed partial class EntryTable<T>
    where T : class
{
    public static readonly EntryTable<T> Empty = new(PersistentVector<Slot>.Empty, PersistentMap<string, NamespaceTable>.Empty, 0, new());

    private readonly PersistentVector<Slot> _slots;
    private readonly PersistentMap<string, NamespaceTable> _namespaces;
    private readonly TextGuesses _guesses;

    private EntryTable(PersistentVector<Slot> slots, PersistentMap<string, NamespaceTable> namespaces, int count, TextGuesses guesses)
    {
        _slots = slots;
        _namespaces = namespaces;
        _guesses = guesses.IsNarrowFor(slots.Count) ? new() : guesses;
        Count = count;
    }

    /// <summary>How many values there are.</summary>
    public int Count { get; }

    /// <summary>How many slots there are, empty ones included.</summary>
    public int SlotCount => _slots.Count;

    /// <summary>What a changed copy guesses with. All tables begin as a copy of the empty one, and have nothing in common but that.</summary>
    private TextGuesses Guesses => SlotCount == 0 ? new() : _guesses;

    /// <summary>The namespaces that hold something, in no particular order.</summary>
    public IEnumerable<NamespaceTable> Namespaces => _namespaces.Select(static item => item.Value);

    /// <summary>Ids and values in the order of creation.</summary>
    public IEnumerable<KeyValuePair<EntryId, T>> Items
    {
        get
        {
            for (var i = 0; i < _slots.Count; i++)
            {
                var slot = _slots[i];
                if (slot.Key is not null) yield return new(new(slot.Key), slot.Value!);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryGet(EntryId id, [NotNullWhen(true)] out T? value)
    {
        var interned = id.Interned!;
        var hint = interned.SlotHint;
        if ((uint)hint < (uint)_slots.Count)
        {
            ref readonly var slot = ref _slots[hint];
            if (ReferenceEquals(slot.Key, interned))
            {
                value = slot.Value!;
                return true;
            }
        }

        return TryGetFar(interned, out value);
    }

    /// <summary>The value of the id with a text, which may be no id at all. Makes no id, so that asking leaves nothing behind.</summary>
    public bool TryGet(ReadOnlySpan<char> text, [NotNullWhen(true)] out T? value)
    {
        var place = PlaceHash.Of(text);
        var guess = _guesses.Find(place);
        if ((uint)guess < (uint)_slots.Count)
        {
            ref readonly var slot = ref _slots[guess];
            if (slot.Key is { } key && text.SequenceEqual(key.Text))
            {
                value = slot.Value!;
                return true;
            }
        }

        return TryGetFar(text, place, out value);
    }

    /// <summary>The value in a slot, if it is the one of the id.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryGetAt(int slot, InternedId id, [NotNullWhen(true)] out T? value)
    {
        if ((uint)slot < (uint)_slots.Count)
        {
            ref readonly var found = ref _slots[slot];
            if (ReferenceEquals(found.Key, id))
            {
                value = found.Value!;
                return true;
            }
        }

        return TryGetFar(id, out value);
    }

    /// <summary>The slot of an id, or −1.</summary>
    public int SlotOf(EntryId id) => _namespaces.TryGetValue(id.Namespace, out var names) && names.Slots.TryGetValue(id, out var slot) ? slot : -1;

    /// <summary>Id and value in a slot; none where it is empty or beyond.</summary>
    public bool TryGetSlot(int slot, out EntryId id, [NotNullWhen(true)] out T? value)
    {
        var found = (uint)slot < (uint)_slots.Count ? _slots[slot] : default;
        id = new(found.Key);
        value = found.Value;
        return found.Key is not null;
    }

    public bool TryGetNamespace(string name, [NotNullWhen(true)] out NamespaceTable? table) => _namespaces.TryGetValue(name, out table);

    public Builder ToBuilder() => new(this);

    /// <summary>
    /// What differs between two tables, by reference: each id with its value in the one and in the other, null for none. Costs the parts that the
    /// tables do not share. In no particular order.
    /// </summary>
    public static List<(EntryId Id, T? Old, T? New)> Compare(EntryTable<T> old, EntryTable<T> other)
    {
        var differences = new List<(EntryId, T?, T?)>();
        if (ReferenceEquals(old, other)) return differences;
        var moved = new HashSet<InternedId>();
        PersistentVector<Slot>.Compare(old._slots, other._slots, (_, left, right) =>
        {
            if (ReferenceEquals(left.Key, right.Key))
            {
                if (!ReferenceEquals(left.Value, right.Value)) differences.Add((new(left.Key), left.Value, right.Value));
                return true;
            }

            // The id may have gone, come, or stand in another slot over there.
            if (left.Key is not null) moved.Add(left.Key);
            if (right.Key is not null) moved.Add(right.Key);
            return true;
        });
        foreach (var key in moved)
        {
            old.TryGetFar(key, out var left);
            other.TryGetFar(key, out var right);
            if (!ReferenceEquals(left, right)) differences.Add((new(key), left, right));
        }

        return differences;
    }

    private bool TryGetFar(ReadOnlySpan<char> text, int place, [NotNullWhen(true)] out T? value)
    {
        value = null;
        var colon = text.IndexOf(':');
        if (colon < 0 || !_namespaces.TryGetValue<TextOfString>(text[..colon], out var names)) return false;
        if (!names.Slots.TryGetValue<TextOfId>(text, out var slot)) return false;
        _guesses.Note(place, slot, _slots.Count);
        value = _slots[slot].Value!;
        return true;
    }

    private bool TryGetFar(InternedId id, [NotNullWhen(true)] out T? value)
    {
        // The same id from another place of the intern table is found through the hint as well, by comparing texts.
        var hint = id.SlotHint;
        if ((uint)hint < (uint)_slots.Count && _slots[hint] is { Key: { } key } near && key.Equals(id))
        {
            value = near.Value!;
            return true;
        }

        var slot = SlotOf(new(id));
        value = slot < 0 ? null : _slots[slot].Value;
        if (slot >= 0) id.SlotHint = slot;
        return slot >= 0;
    }

    /// <summary>A place for a value; without key it is empty.</summary>
    internal readonly record struct Slot(InternedId? Key, T? Value);
}
