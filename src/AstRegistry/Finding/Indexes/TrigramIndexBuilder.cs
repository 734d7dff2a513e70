using System.Runtime.InteropServices;

namespace AstRegistry.Finding;

/// <summary>Makes the lists of a <see cref="TrigramIndex"/> in two passes: the first measures, the second writes.</summary>
internal sealed class TrigramIndexBuilder(string[] texts, int longestText)
{
    private const int BitsPerByte = 8;

    // A list may take so much more memory as bits, because they are read faster.
    private const int DenseWorth = 2;

    private readonly Dictionary<ulong, int> _trigrams = [];
    private readonly List<Measure> _measures = [];
    private readonly List<int> _longOnes = [];

    public TrigramIndex Build()
    {
        for (var ordinal = 0; ordinal < texts.Length; ordinal++) MeasureText(ordinal);
        var bitmap = ((texts.Length / (BitsPerByte * sizeof(ulong))) + 1) * sizeof(ulong);
        var starts = new int[_measures.Count + 1];
        var areDense = new bool[_measures.Count];
        for (var list = 0; list < areDense.Length; list++)
        {
            areDense[list] = _measures[list].Bytes * DenseWorth >= bitmap;
            starts[list + 1] = checked(starts[list] + (areDense[list] ? bitmap : _measures[list].Bytes));
        }

        var bytes = new byte[starts[^1]];
        Write(starts, areDense, bytes);
        return new(_trigrams, starts, [.. _measures.Select(static measure => measure.Count)], areDense, bytes, [.. _longOnes]);
    }

    private void MeasureText(int ordinal)
    {
        var text = texts[ordinal];
        if (text.Length > longestText)
        {
            _longOnes.Add(ordinal);
            return;
        }

        for (var i = 0; i + TrigramIndex.Size <= text.Length; i++)
        {
            ref var list = ref CollectionsMarshal.GetValueRefOrAddDefault(_trigrams, TrigramIndex.KeyOf(text, i), out var isKnown);
            if (!isKnown)
            {
                list = _measures.Count;
                _measures.Add(new(-1, 0, 0));
            }

            ref var measure = ref CollectionsMarshal.AsSpan(_measures)[list];
            if (measure.Last != ordinal) measure = new(ordinal, measure.Count + 1, measure.Bytes + LengthOf(ordinal - measure.Last));
        }
    }

    private void Write(int[] starts, bool[] areDense, byte[] bytes)
    {
        var at = starts.AsSpan().ToArray();
        var last = new int[starts.Length];
        Array.Fill(last, -1);
        for (var ordinal = 0; ordinal < texts.Length; ordinal++)
        {
            var text = texts[ordinal];
            if (text.Length > longestText) continue;
            for (var i = 0; i + TrigramIndex.Size <= text.Length; i++)
            {
                var list = _trigrams[TrigramIndex.KeyOf(text, i)];
                if (last[list] == ordinal) continue;
                if (areDense[list]) bytes[at[list] + (ordinal / BitsPerByte)] |= (byte)(1 << (ordinal % BitsPerByte));
                else WriteNumber(bytes, ref at[list], ordinal - last[list]);
                last[list] = ordinal;
            }
        }
    }

    private static void WriteNumber(byte[] bytes, ref int at, int number)
    {
        for (; number >= 0x80; number >>= 7) bytes[at++] = (byte)(number | 0x80);
        bytes[at++] = (byte)number;
    }

    private static int LengthOf(int number)
    {
        var length = 1;
        for (; number >= 0x80; number >>= 7) length++;
        return length;
    }

    private readonly record struct Measure(int Last, int Count, int Bytes);
}
