using System.Buffers.Binary;
using AstRegistry.Values;

namespace AstRegistry.Codec;

internal ref partial struct MessagePackReader
{
    public RegistryValue ReadValue() => ReadValue(0);

    private RegistryValue ReadValue(int depth)
    {
        var at = _position;
        var code = Lead();
        if (IsString(code)) return RegistryValue.FromContent(Text(StringBytesAfter(code, at), at));
        if (IsInteger(code)) return RegistryValue.Of(IntegerAfter(code, at));
        if (IsMap(code)) return ReadMap(at, MapCountAfter(code, at), Deeper(at, depth));
        if (IsArray(code)) return ReadList(at, ArrayCountAfter(code, at), Deeper(at, depth));
        return code switch
        {
            MessagePackCode.Nil => RegistryValue.Null,
            MessagePackCode.False => RegistryValue.Of(false),
            MessagePackCode.True => RegistryValue.Of(true),
            MessagePackCode.Float64 => ReadDouble(at),
            MessagePackCode.Bytes8 or MessagePackCode.Bytes16 or MessagePackCode.Bytes32 => RegistryValue.Of(BytesAfter(code, at)),
            MessagePackCode.Float32 => throw Fault(at, "numbers of 32 bits with a point are not part of the form"),
            MessagePackCode.NeverUsed => throw Fault(at, "0xC1 stands for nothing"),
            _ => throw Fault(at, FormattableString.Invariant($"0x{code:X2} begins an extension, and extensions are not part of the form")),
        };
    }

    private readonly int Deeper(int at, int depth) => depth < RegistryLimits.MaxDepth
        ? depth + 1
        : throw Fault(at, FormattableString.Invariant($"lists and maps lie deeper than {RegistryLimits.MaxDepth} levels"));

    private RegistryValue ReadDouble(int at)
    {
        var bits = BinaryPrimitives.ReadInt64BigEndian(Take(sizeof(double)));
        var value = BitConverter.Int64BitsToDouble(bits);
        return !double.IsNaN(value) || bits == BitConverter.DoubleToInt64Bits(double.NaN)
            ? RegistryValue.Of(value)
            : throw Fault(at, "the NaN is not written as the one NaN there is");
    }

    private RegistryValue ReadList(int at, int count, int depth)
    {
        if (count == 0) return RegistryValue.EmptyList;
        var items = new RegistryValue[Announced(at, count, 1)];
        for (var i = 0; i < items.Length; i++) items[i] = ReadValue(depth);
        return RegistryValue.FromContent(ListContent.Create(items));
    }

    private RegistryValue ReadMap(int at, int count, int depth)
    {
        if (count == 0) return RegistryValue.EmptyMap;
        var items = new RegistryValue[Announced(at, count, 2)];
        string[]? guess = null, names = null;
        var last = "";
        for (var i = 0; i < items.Length; i++)
        {
            var nameAt = _position;
            var name = ReadShared();
            if (i == 0) guess = SharedNames.Guess(name, count);
            if (names is not null || guess is null || !ReferenceEquals(guess[i], name))
            {
                names ??= Beginning(guess, i, count);
                if (i > 0 && string.CompareOrdinal(last, name) >= 0) throw Fault(nameAt, "the names of the map are not in ordinal order, or one comes twice");
                names[i] = name;
            }

            last = name;
            items[i] = ReadValue(depth);
        }

        if (names is not null) SharedNames.Keep(names);
        return RegistryValue.FromContent(MapContent.FromSorted(names ?? guess!, items));
    }

    /// <summary>Names of one's own, which begin as the guess does.</summary>
    private static string[] Beginning(string[]? guess, int count, int total)
    {
        var names = new string[total];
        Array.Copy(guess ?? names, names, count);
        return names;
    }
}
