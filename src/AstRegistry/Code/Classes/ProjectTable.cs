using System.Numerics;

namespace AstRegistry.Code;

/// <summary>
/// The interned classes of one project: every key that it ever had, in the order in which positions were given, and an open-addressing table
/// from those that it still has to their place. Immutable.
/// </summary>
internal sealed class ProjectTable
{
    private readonly Slot[] _slots;

    /// <summary>Interns keys.</summary>
    /// <param name="keys">Every key that the project ever had, in the order of their positions.</param>
    /// <param name="isRemoved">Which of them are gone; null for none.</param>
    public ProjectTable(ClassKey[] keys, bool[]? isRemoved)
    {
        Keys = keys;
        IsRemoved = isRemoved;
        _slots = new Slot[BitOperations.RoundUpToPowerOf2((uint)Math.Max(4, keys.Length * 3 / 2))];
        for (var offset = 0; offset < keys.Length; offset++)
        {
            if (IsRemovedAt(offset)) continue;
            var hash = (uint)keys[offset].NameHash;
            var i = (int)hash & (_slots.Length - 1);
            while (_slots[i].Key is not null) i = (i + 1) & (_slots.Length - 1);
            _slots[i] = new Slot(keys[offset], hash, offset);
        }
    }

    /// <summary>Every key that the project ever had, in the order of their positions.</summary>
    public ClassKey[] Keys { get; }

    /// <summary>Which of the keys are gone; null for none.</summary>
    public bool[]? IsRemoved { get; }

    public bool IsRemovedAt(int offset) => IsRemoved is not null && IsRemoved[offset];

    /// <summary>The place of a key that the project has, or -1.</summary>
    public int Find(ClassKey key)
    {
        var hash = (uint)key.NameHash;
        for (var i = (int)hash & (_slots.Length - 1); ; i = (i + 1) & (_slots.Length - 1))
        {
            ref var slot = ref _slots[i];
            if (slot.Key is null) return -1;
            if (slot.Hash == hash && slot.Key.Equals(key)) return slot.Offset;
        }
    }

    /// <summary>The places of the keys that the project has, in the order of the keys.</summary>
    public int[] Sort()
    {
        var offsets = Enumerable.Range(0, Keys.Length).Where(offset => !IsRemovedAt(offset)).ToArray();
        for (var i = 1; i < offsets.Length; i++)
        {
            if (Keys[offsets[i - 1]].CompareTo(Keys[offsets[i]]) < 0) continue;
            Array.Sort(offsets, (left, right) => Keys[left].CompareTo(Keys[right]));
            break;
        }

        return offsets;
    }

    private record struct Slot(ClassKey? Key, uint Hash, int Offset);
}
