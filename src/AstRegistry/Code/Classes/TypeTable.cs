using System.Runtime.CompilerServices;

namespace AstRegistry.Code;

/// <summary>
/// The ids of types that were asked for, by the type and by the number of the type argument. Only grows; readers take no lock and see every
/// id whose adding had returned. It keeps no type alive that can be unloaded.
/// </summary>
internal sealed class TypeTable
{
    private readonly object _adding = new();
    private TypeEntry[] _byType = new TypeEntry[16];
    private SlotEntry[] _bySlot = new SlotEntry[8];
    private int _count;

    /// <summary>Finds what was added for a type.</summary>
    public bool TryFind(Type type, out ClassId id)
    {
        var entries = Volatile.Read(ref _byType);
        for (var i = RuntimeHelpers.GetHashCode(type) & (entries.Length - 1); ; i = (i + 1) & (entries.Length - 1))
        {
            ref var entry = ref entries[i];

            // The type is written last: whoever sees it sees the id too.
            var found = Volatile.Read(ref entry.Type);
            if (ReferenceEquals(found, type))
            {
                id = entry.Id;
                return true;
            }

            if (found is not null) continue;
            id = default;
            return false;
        }
    }

    /// <summary>Finds what was added for a type argument.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryFind<T>(out ClassId id)
    {
        var entries = _bySlot;
        var slot = TypeSlot<T>.Index;
        if ((uint)slot < (uint)entries.Length)
        {
            ref var entry = ref entries[slot];
            var ordinal = Volatile.Read(ref entry.Ordinal);
            id = new ClassId(entry.Stamp, ordinal);
            return ordinal != 0;
        }

        id = default;
        return false;
    }

    /// <summary>Adds the id of a type that cannot be unloaded.</summary>
    public void Add(Type type, ClassId id)
    {
        lock (_adding)
        {
            if (TryFind(type, out _)) return;
            if (_count * 2 >= _byType.Length) Volatile.Write(ref _byType, Grow(_byType));
            Insert(_byType, type, id);
            _count++;
        }
    }

    /// <summary>Adds the id of a type argument.</summary>
    public void Add<T>(ClassId id)
    {
        lock (_adding)
        {
            var slot = TypeSlot<T>.Index;
            var entries = _bySlot;
            if (slot >= entries.Length) Array.Resize(ref entries, Math.Max(slot + 1, entries.Length * 2));
            entries[slot].Stamp = id.Stamp;
            Volatile.Write(ref entries[slot].Ordinal, id.Ordinal);
            Volatile.Write(ref _bySlot, entries);
        }
    }

    private static TypeEntry[] Grow(TypeEntry[] entries)
    {
        var larger = new TypeEntry[entries.Length * 2];
        foreach (var entry in entries)
        {
            if (entry.Type is not null) Insert(larger, entry.Type, entry.Id);
        }

        return larger;
    }

    private static void Insert(TypeEntry[] entries, Type type, ClassId id)
    {
        var i = RuntimeHelpers.GetHashCode(type) & (entries.Length - 1);
        while (entries[i].Type is not null) i = (i + 1) & (entries.Length - 1);
        entries[i].Id = id;
        Volatile.Write(ref entries[i].Type, type);
    }

    private struct TypeEntry
    {
        public Type? Type;
        public ClassId Id;
    }

    /// <summary>An id in two parts: who sees the ordinal, which is written last, sees the stamp too.</summary>
    private struct SlotEntry
    {
        public ulong Stamp;
        public int Ordinal;
    }
}
