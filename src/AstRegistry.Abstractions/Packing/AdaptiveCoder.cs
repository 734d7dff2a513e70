using System.Runtime.CompilerServices;

namespace AstRegistry.Packing;

/// <summary>
/// An adaptive binary model in front of a range coder. A probability lives in a hashed slot with check bits; a slot that belongs to
/// another context is taken over and starts from the probability of the fallback context. Integers only: every host gives the same bytes.
/// </summary>
/// <typeparam name="TBits">The range encoder or decoder.</typeparam>
internal sealed class AdaptiveCoder<TBits>(uint[] slots)
    where TBits : struct, IBitCoder
{
    private const int CountMask = 0xF;
    private const uint CheckMask = 0xFFF0;
    private const int ProbabilityShift = 16;
    private const uint Untouched = 0x8000u << ProbabilityShift;

    /// <summary>A slot that has seen this many bits stands on its own, and its fallback is left alone.</summary>
    private const int Grown = 3;

    /// <summary>How far a probability moves towards the bit just seen, in 65536ths, by the number of bits the slot has seen.</summary>
    private static readonly int[] Rates = MakeRates();

    private readonly uint[] _slots = slots;

    /// <summary>The bits below. Replaced between segments; the model goes on.</summary>
    public TBits Bits;

    /// <summary>Codes one bit in a context, with a coarser context to start from.</summary>
    public int Bit(uint context, uint fallback, int bit)
    {
        var hash = Mix(context);
        var index = hash >> (32 - PackedFormat.SlotBits);
        var check = hash & CheckMask;
        var state = _slots[index];
        if ((state & CheckMask) != check)
        {
            index ^= 1;
            state = _slots[index];
        }

        if ((state & CheckMask) != check || (state & CountMask) < Grown) return YoungBit(hash, fallback, bit);
        bit = Bits.Code(bit, state >> ProbabilityShift);
        _slots[index] = Update(state, bit);
        return bit;
    }

    private int YoungBit(uint hash, uint fallback, int bit)
    {
        ref var coarse = ref Slot(Mix(fallback));
        ref var slot = ref Slot(hash);
        if ((slot & CountMask) == 0 && (coarse & CountMask) != 0) slot = (coarse & ~(CheckMask | CountMask)) | (hash & CheckMask) | 1;
        bit = Bits.Code(bit, slot >> ProbabilityShift);
        if (Mix(fallback) != hash) coarse = Update(coarse, bit);
        slot = Update(slot, bit);
        return bit;
    }

    /// <summary>The slot of a context, taken over from the lesser used of two where it has none.</summary>
    private ref uint Slot(uint hash)
    {
        var index = hash >> (32 - PackedFormat.SlotBits);
        ref var first = ref _slots[index];
        if (((first ^ hash) & CheckMask) == 0 && (first & CountMask) != 0) return ref first;
        ref var second = ref _slots[index ^ 1];
        if (((second ^ hash) & CheckMask) == 0 && (second & CountMask) != 0) return ref second;
        ref var lesser = ref (first & CountMask) <= (second & CountMask) ? ref first : ref second;
        lesser = Untouched | (hash & CheckMask);
        return ref lesser;
    }

    /// <summary>Codes a yes or no.</summary>
    public bool Flag(uint context, uint fallback, bool value) => Bit(context, fallback, value ? 1 : 0) != 0;

    /// <summary>Codes a number of any size, small ones in few bits: its magnitude in unary, then the bits below the leading one.</summary>
    public uint Number(uint context, uint fallback, uint value)
    {
        var target = (ulong)value + 1;
        var magnitude = 0;
        while (magnitude < 32)
        {
            var node = NodeStep * (uint)(magnitude + 1);
            if (Bit(context + node, fallback + node, target >> (magnitude + 1) != 0 ? 1 : 0) == 0) break;
            magnitude++;
        }

        ulong result = 1;
        for (var i = magnitude - 1; i >= 0; i--)
        {
            // Below the leading four bits the position alone is the context.
            var node = NodeStep * (uint)((magnitude << 6) + (result < 8 ? (int)result + 32 : i));
            result = (result << 1) | (uint)Bit(context + node, fallback + node, (int)(target >> i) & 1);
        }

        return (uint)(result - 1);
    }

    /// <summary>Codes a number that may be negative; those near 0 in few bits.</summary>
    public int Signed(uint context, uint fallback, int value)
    {
        var coded = Number(context, fallback, ((uint)value << 1) ^ (uint)(value >> 31));
        return (int)(coded >> 1) ^ -(int)(coded & 1);
    }

    /// <summary>Codes a value of a fixed number of bits, leading bit first, each in the context of those before it.</summary>
    public uint Symbol(uint context, uint fallback, int bits, uint value)
    {
        uint result = 1;
        for (var i = bits - 1; i >= 0; i--)
        {
            var node = NodeStep * result;
            result = (result << 1) | (uint)Bit(context + node, fallback + node, (int)(value >> i) & 1);
        }

        return result - (1u << bits);
    }

    /// <summary>Codes a multiple of 16 bits that nothing is known of.</summary>
    public ulong Raw(ulong value, int bits)
    {
        ulong result = 0;
        for (var shift = bits - 16; shift >= 0; shift -= 16)
        {
            result |= (ulong)Bits.CodeRaw((uint)(value >> shift) & 0xFFFF, 16) << shift;
        }

        return result;
    }

    private const uint NodeStep = 0x9E3779B9;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Mix(uint context)
    {
        context ^= context >> 15;
        context *= 0x85EBCA6B;
        context ^= context >> 13;
        return context * 0xC2B2AE35;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Update(uint state, int bit)
    {
        var count = (int)state & CountMask;
        var probability = (int)(state >> ProbabilityShift);
        var target = bit != 0 ? PackedFormat.MaxProbability : PackedFormat.MinProbability;
        probability += ((target - probability) * Rates[count]) >> 16;
        if (count < CountMask) state++;
        return ((uint)probability << ProbabilityShift) | (state & 0xFFFF);
    }

    private static int[] MakeRates()
    {
        var rates = new int[CountMask + 1];
        for (var i = 0; i < rates.Length; i++) rates[i] = 0x20000 / ((2 * i) + 3);
        rates[CountMask] = 65536 / 20;
        return rates;
    }
}
