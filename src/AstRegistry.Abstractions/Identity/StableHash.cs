namespace AstRegistry.Identity;

/// <summary>
/// The 64-bit hash behind node ids, digests and buckets: the same on every machine, runtime and build, for ever.
/// Not for keys that an attacker chooses.
/// </summary>
/// <remarks>
/// A multiply-xorshift step per 64-bit word and the 64-bit finalizer of MurmurHash3 (Austin Appleby, public domain).
/// Changing anything here changes persisted ids: golden tests hold every function.
/// </remarks>
internal static class StableHash
{
    /// <summary>Where a sequence starts.</summary>
    public const ulong Seed = 0x9E3779B97F4A7C15;

    /// <summary>Adds one word to a running hash.</summary>
    public static ulong Add(ulong hash, ulong word)
    {
        hash = (hash ^ word) * 0xFF51AFD7ED558CCD;
        return hash ^ (hash >> 32);
    }

    /// <summary>Spreads every input bit over the whole result; call once, at the end.</summary>
    public static ulong Finish(ulong hash)
    {
        hash ^= hash >> 33;
        hash *= 0xC4CEB9FE1A85EC53;
        return hash ^ (hash >> 33);
    }

    /// <summary>The hash of a text by its UTF-16 code units; 0 for the empty text.</summary>
    public static unsafe ulong OfText(string text)
    {
        fixed (char* start = text) return OfText(start, text.Length);
    }

    /// <summary>The hash of a run of UTF-16 code units; 0 for none.</summary>
    public static unsafe ulong OfText(char* text, int length)
    {
        if (length == 0) return 0;
        var hash = Seed ^ (ulong)length;
        var i = 0;
        for (; i + 4 <= length; i += 4)
        {
            hash = Add(hash, text[i] | ((ulong)text[i + 1] << 16) | ((ulong)text[i + 2] << 32) | ((ulong)text[i + 3] << 48));
        }

        ulong rest = 0;
        for (var shift = 0; i < length; i++, shift += 16) rest |= (ulong)text[i] << shift;
        return Finish(Add(hash, rest));
    }
}
