using AstRegistry.Identity;

namespace AstRegistry.Packing;

/// <summary>
/// The frame of every packed form: version byte, form byte, four bytes of checksum over the rest, the rest. A reader refuses an unknown
/// version, a text of another form, and damage.
/// </summary>
internal static class PackedBytes
{
    /// <summary>The bytes before the body.</summary>
    public const int HeaderLength = 6;

    /// <summary>Writes the header in front of a body that is already in place.</summary>
    public static void Seal(byte[] bytes, PackedForm form)
    {
        bytes[0] = PackedFormat.Version;
        bytes[1] = (byte)form;
        var checksum = Checksum(bytes);
        for (var i = 0; i < 4; i++) bytes[2 + i] = (byte)(checksum >> (8 * i));
    }

    /// <summary>The bytes of a text whose header is as it should be.</summary>
    public static byte[] Open(string text, PackedForm form)
    {
        var bytes = PayloadText.Decode(text);
        CheckHeader(bytes, form);
        var checksum = Checksum(bytes);
        for (var i = 0; i < 4; i++)
        {
            if (bytes[2 + i] != (byte)(checksum >> (8 * i))) throw Refusal(form, "checksum does not match, the data is damaged");
        }

        return bytes;
    }

    /// <summary>Refuses bytes of another version or form. Their checksum is not looked at.</summary>
    public static void CheckHeader(byte[] bytes, PackedForm form)
    {
        if (bytes.Length < HeaderLength) throw Refusal(form, FormattableString.Invariant($"{bytes.Length} bytes, shorter than its header"));
        if (bytes[0] != PackedFormat.Version)
        {
            throw Refusal(form, FormattableString.Invariant(
                $"format version {bytes[0]}; this library reads version {PackedFormat.Version}, use one as new as the generator"));
        }

        if (bytes[1] != (byte)form) throw Refusal(form, FormattableString.Invariant($"form {bytes[1]} where {(byte)form} was expected"));
    }

    /// <summary>Appends a number, seven bits a byte, low bits first.</summary>
    public static int Write(byte[] bytes, int at, uint value)
    {
        for (; value >= 0x80; value >>= 7) bytes[at++] = (byte)(value | 0x80);
        bytes[at++] = (byte)value;
        return at;
    }

    /// <summary>Reads a number that <see cref="Write"/> wrote and that must not exceed a limit.</summary>
    public static int Read(byte[] bytes, ref int at, int limit, PackedForm form)
    {
        ulong value = 0;
        for (var shift = 0; shift < 35; shift += 7)
        {
            if (at >= bytes.Length) throw Refusal(form, "ends within a number");
            var part = bytes[at++];
            value |= (ulong)(part & 0x7F) << shift;
            if (part >= 0x80) continue;
            if (value > (ulong)limit) throw Refusal(form, FormattableString.Invariant($"a length of {value} at byte {at} where at most {limit} can be"));
            return (int)value;
        }

        throw Refusal(form, FormattableString.Invariant($"a number without end at byte {at}"));
    }

    public static PackedDataException Refusal(PackedForm form, string reason) => new($"Packed {Name(form)}: {reason}.");

    private static string Name(PackedForm form) => form switch
    {
        PackedForm.Bucket => "bucket",
        PackedForm.Inventory => "inventory",
        _ => "ids",
    };

    private static uint Checksum(byte[] bytes)
    {
        var hash = StableHash.Seed ^ (ulong)bytes.Length;
        ulong word = 0;
        for (var i = HeaderLength; i < bytes.Length; i++)
        {
            word = (word << 8) | bytes[i];
            if ((i & 7) == 7) hash = StableHash.Add(hash, word);
        }

        return (uint)StableHash.Finish(StableHash.Add(hash, word));
    }
}

/// <summary>What a packed text holds.</summary>
internal enum PackedForm : byte
{
    /// <summary>The files of one bucket.</summary>
    Bucket = 1,

    /// <summary>The module keys and their buckets.</summary>
    Inventory = 2,

    /// <summary>The ids that are not the plain hashes of their keys.</summary>
    IdOverrides = 3,
}
