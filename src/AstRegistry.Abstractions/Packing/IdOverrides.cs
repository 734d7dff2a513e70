using AstRegistry.Identity;

namespace AstRegistry.Packing;

/// <summary>
/// From the hashes of keys to ids where a lock file makes the two differ. Most projects have few such keys or none, and are answered by a
/// look at the count.
/// </summary>
internal sealed class IdOverrides
{
    /// <summary>Every key has its plain id.</summary>
    public static readonly IdOverrides None = new([]);

    /// <summary>Hash and id, eight bytes each number, big-endian.</summary>
    private const int EntryLength = 3 * sizeof(ulong);

    private readonly IdOverride[] _sorted;

    private IdOverrides(IdOverride[] sorted) => _sorted = sorted;

    /// <summary>Answers from entries sorted by hash, each hash once.</summary>
    public static IdOverrides Of(IReadOnlyCollection<IdOverride> sorted) => sorted.Count == 0 ? None : new([.. sorted]);

    /// <summary>Reads the text that <c>IdOverridesWriter</c> wrote; the empty text says that there are none.</summary>
    /// <exception cref="PackedDataException">Another format version, or damaged data.</exception>
    public static IdOverrides Read(string text)
    {
        if (text.Length == 0) return None;
        var bytes = PackedBytes.Open(text, PackedForm.IdOverrides);
        var length = bytes.Length - PackedBytes.HeaderLength;
        if (length % EntryLength != 0) throw PackedBytes.Refusal(PackedForm.IdOverrides, "ends within an entry");
        var entries = new IdOverride[length / EntryLength];
        var at = PackedBytes.HeaderLength;
        for (var i = 0; i < entries.Length; i++)
        {
            entries[i] = new(new(ReadNumber(bytes, ref at), ReadNumber(bytes, ref at)), ReadNumber(bytes, ref at));
            if (i > 0 && entries[i - 1].Hash.CompareTo(entries[i].Hash) >= 0) throw PackedBytes.Refusal(PackedForm.IdOverrides, "not in order");
        }

        return new(entries);
    }

    /// <summary>Packs entries sorted by hash, each hash once.</summary>
    public static byte[] Pack(IReadOnlyList<IdOverride> sorted)
    {
        var bytes = new byte[PackedBytes.HeaderLength + (sorted.Count * EntryLength)];
        var at = PackedBytes.HeaderLength;
        foreach (var entry in sorted)
        {
            WriteNumber(bytes, ref at, entry.Hash.Id);
            WriteNumber(bytes, ref at, entry.Hash.Check);
            WriteNumber(bytes, ref at, entry.Id);
        }

        PackedBytes.Seal(bytes, PackedForm.IdOverrides);
        return bytes;
    }

    /// <summary>The id of a key. Logarithmic in the number of overrides.</summary>
    public ulong IdOf(MemberHash hash)
    {
        int low = 0, high = _sorted.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) >> 1;
            var order = _sorted[middle].Hash.CompareTo(hash);
            if (order == 0) return _sorted[middle].Id;
            if (order < 0) low = middle + 1;
            else high = middle - 1;
        }

        return hash.Id;
    }

    private static ulong ReadNumber(byte[] bytes, ref int at)
    {
        ulong value = 0;
        for (var i = 0; i < sizeof(ulong); i++) value = (value << 8) | bytes[at++];
        return value;
    }

    private static void WriteNumber(byte[] bytes, ref int at, ulong value)
    {
        for (var shift = 56; shift >= 0; shift -= 8) bytes[at++] = (byte)(value >> shift);
    }
}
