using System.Buffers;
using System.Numerics;

namespace AstRegistry.Finding;

/// <summary>Gathers slots and puts them in order. Lends its memory from the pool until it is disposed of.</summary>
internal sealed class SlotBuffer : IDisposable
{
    private const int FirstSize = 64;
    private const int ManySlots = 2048;
    private const int BitsPerWord = 64;

    private int[] _slots = ArrayPool<int>.Shared.Rent(FirstSize);

    public int Count { get; private set; }

    public ReadOnlySpan<int> Slots => _slots.AsSpan(0, Count);

    public void Add(int slot)
    {
        if (Count == _slots.Length) Grow(Count + 1);
        _slots[Count++] = slot;
    }

    public void Add(ReadOnlySpan<int> slots)
    {
        if (Count + slots.Length > _slots.Length) Grow(Count + slots.Length);
        slots.CopyTo(_slots.AsSpan(Count));
        Count += slots.Length;
    }

    /// <summary>Puts the slots in ascending order, each once.</summary>
    /// <param name="slotCount">A number above all slots.</param>
    public void Sort(int slotCount)
    {
        if (Count < 2) return;
        if (Count >= ManySlots && Count > slotCount / BitsPerWord)
        {
            SortByBits(slotCount);
            return;
        }

        var slots = _slots.AsSpan(0, Count);
        slots.Sort();
        var end = 1;
        for (var i = 1; i < slots.Length; i++)
        {
            if (slots[i] != slots[end - 1]) slots[end++] = slots[i];
        }

        Count = end;
    }

    public void Dispose()
    {
        ArrayPool<int>.Shared.Return(_slots);
        _slots = [];
        Count = 0;
    }

    private void SortByBits(int slotCount)
    {
        var size = (slotCount / BitsPerWord) + 1;
        var words = ArrayPool<ulong>.Shared.Rent(size);
        words.AsSpan(0, size).Clear();
        foreach (var slot in Slots) words[slot / BitsPerWord] |= 1UL << (slot % BitsPerWord);
        Count = 0;
        for (var i = 0; i < size; i++)
        {
            for (var word = words[i]; word != 0; word &= word - 1) _slots[Count++] = (i * BitsPerWord) + BitOperations.TrailingZeroCount(word);
        }

        ArrayPool<ulong>.Shared.Return(words);
    }

    private void Grow(int least)
    {
        var larger = ArrayPool<int>.Shared.Rent(Math.Max(least, 2 * _slots.Length));
        Slots.CopyTo(larger);
        ArrayPool<int>.Shared.Return(_slots);
        _slots = larger;
    }
}
