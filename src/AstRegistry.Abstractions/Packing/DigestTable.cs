namespace AstRegistry.Packing;

/// <summary>The digests seen, each a number in the order of first appearance.</summary>
internal sealed class DigestTable
{
    private ulong[] _digests = new ulong[256];
    private int[] _slots = new int[512];

    public int Count { get; private set; }

    public ulong this[int index] => _digests[index];

    /// <summary>The index of a digest, or -1.</summary>
    public int Find(ulong digest)
    {
        var slot = _slots[SlotOf(digest)];
        return slot == 0 ? -1 : slot - 1;
    }

    /// <summary>Adds a digest that is not in the table.</summary>
    public int Add(ulong digest)
    {
        if (Count == _digests.Length)
        {
            Array.Resize(ref _digests, Count * 2);
            _slots = new int[Count * 4];
            for (var i = 0; i < Count; i++) _slots[SlotOf(_digests[i])] = i + 1;
        }

        _digests[Count] = digest;
        _slots[SlotOf(digest)] = Count + 1;
        return Count++;
    }

    /// <summary>Becomes a copy of a table.</summary>
    public void CopyFrom(DigestTable other)
    {
        if (_slots.Length != other._slots.Length)
        {
            _digests = new ulong[other._digests.Length];
            _slots = new int[other._slots.Length];
        }

        Array.Copy(other._digests, _digests, other.Count);
        Buffer.BlockCopy(other._slots, 0, _slots, 0, _slots.Length * sizeof(int));
        Count = other.Count;
    }

    /// <summary>The slot of a digest, or the free one where it belongs.</summary>
    private int SlotOf(ulong digest)
    {
        var mask = _slots.Length - 1;
        var i = (int)(digest ^ (digest >> 32)) & mask;
        while (_slots[i] != 0 && _digests[_slots[i] - 1] != digest) i = (i + 1) & mask;
        return i;
    }
}
