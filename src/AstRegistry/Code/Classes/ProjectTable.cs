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
            var key = keys[offset];
            var i = (int)key.NameHash & (_slots.Length - 1);
            while (_slots[i].Name is not null) i = (i + 1) & (_slots.Length - 1);
            _slots[i] = new Slot(key.NameHash, key.MetadataName, key.Module, key.Origin, offset);
        }
    }

    /// <summary>Every key that the project ever had, in the order of their positions.</summary>
    public ClassKey[] Keys { get; }

    /// <summary>Which of the keys are gone; null for none.</summary>
    public bool[]? IsRemoved { get; }

    public bool IsRemovedAt(int offset) => IsRemoved is not null && IsRemoved[offset];

    /// <summary>The place of a key of this project, or -1.</summary>
    public int Find(ClassKey key) => Find(key.NameHash, key.Origin, key.MetadataName, key.Module);

    /// <summary>The place of the class with these parts of a key, or -1.</summary>
    public int Find(ClassOrigin origin, string name, string? module) => Find(ClassKey.HashName(origin, name, module), origin, name, module);

    private int Find(ulong hash, ClassOrigin origin, string name, string? module)
    {
        var slots = _slots;
        for (var i = (int)hash & (slots.Length - 1); ; i = (i + 1) & (slots.Length - 1))
        {
            ref var slot = ref slots[i];
            if (slot.Name is null) return -1;
            if (slot.Hash == hash && slot.Name == name && slot.Origin == origin && slot.Module == module) return slot.Offset;
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

    /// <summary>All that tells keys of one project apart, so that a look-up touches no key but the one it was asked for.</summary>
    private record struct Slot(ulong Hash, string? Name, string? Module, ClassOrigin Origin, int Offset);
}
