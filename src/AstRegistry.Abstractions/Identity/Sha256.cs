namespace AstRegistry.Identity;

/// <summary>
/// SHA-256 of short texts, of which only the leading bits are wanted. The framework's own goes through the system's cryptographic
/// library: loading that costs more than all else in a first look-up, and calling it more than the one or two blocks of a key.
/// Nothing here is secret.
/// </summary>
internal static class Sha256
{
    private const int BlockLength = 64;

    private static readonly uint[] Constants =
    [
        0x428A2F98, 0x71374491, 0xB5C0FBCF, 0xE9B5DBA5, 0x3956C25B, 0x59F111F1, 0x923F82A4, 0xAB1C5ED5,
        0xD807AA98, 0x12835B01, 0x243185BE, 0x550C7DC3, 0x72BE5D74, 0x80DEB1FE, 0x9BDC06A7, 0xC19BF174,
        0xE49B69C1, 0xEFBE4786, 0x0FC19DC6, 0x240CA1CC, 0x2DE92C6F, 0x4A7484AA, 0x5CB0A9DC, 0x76F988DA,
        0x983E5152, 0xA831C66D, 0xB00327C8, 0xBF597FC7, 0xC6E00BF3, 0xD5A79147, 0x06CA6351, 0x14292967,
        0x27B70A85, 0x2E1B2138, 0x4D2C6DFC, 0x53380D13, 0x650A7354, 0x766A0ABB, 0x81C2C92E, 0x92722C85,
        0xA2BFE8A1, 0xA81A664B, 0xC24B8B70, 0xC76C51A3, 0xD192E819, 0xD6990624, 0xF40E3585, 0x106AA070,
        0x19A4C116, 0x1E376C08, 0x2748774C, 0x34B0BCB5, 0x391C0CB3, 0x4ED8AA4A, 0x5B9CCA4F, 0x682E6FF3,
        0x748F82EE, 0x78A5636F, 0x84C87814, 0x8CC70208, 0x90BEFFFA, 0xA4506CEB, 0xBEF9A3F7, 0xC67178F2,
    ];

    /// <summary>The first and the second eight bytes of the hash, read big-endian.</summary>
    public static unsafe (ulong First, ulong Second) LeadingBits(byte[] message)
    {
        var state = stackalloc uint[8] { 0x6A09E667, 0xBB67AE85, 0x3C6EF372, 0xA54FF53A, 0x510E527F, 0x9B05688C, 0x1F83D9AB, 0x5BE0CD19 };
        var words = stackalloc uint[64];
        var whole = message.Length / BlockLength * BlockLength;
        fixed (byte* start = message)
        {
            for (var at = 0; at < whole; at += BlockLength) Add(state, words, start + at);
        }

        // The rest of the message, one bit, zeros, and the length in bits in the last eight bytes.
        var rest = stackalloc byte[2 * BlockLength];
        var length = message.Length - whole + 9 > BlockLength ? 2 * BlockLength : BlockLength;
        for (var i = 0; i < length; i++) rest[i] = 0;
        for (var i = whole; i < message.Length; i++) rest[i - whole] = message[i];
        rest[message.Length - whole] = 0x80;
        var bits = (ulong)message.Length * 8;
        for (var i = 0; i < 8; i++) rest[length - 1 - i] = (byte)(bits >> (8 * i));
        for (var at = 0; at < length; at += BlockLength) Add(state, words, rest + at);
        return (((ulong)state[0] << 32) | state[1], ((ulong)state[2] << 32) | state[3]);
    }

    private static unsafe void Add(uint* state, uint* words, byte* block)
    {
        for (var i = 0; i < 16; i++, block += 4) words[i] = ((uint)block[0] << 24) | ((uint)block[1] << 16) | ((uint)block[2] << 8) | block[3];
        for (var i = 16; i < 64; i++)
        {
            uint early = words[i - 15], late = words[i - 2];
            words[i] = words[i - 16] + words[i - 7]
                + (Rotate(early, 7) ^ Rotate(early, 18) ^ (early >> 3))
                + (Rotate(late, 17) ^ Rotate(late, 19) ^ (late >> 10));
        }

        uint a = state[0], b = state[1], c = state[2], d = state[3], e = state[4], f = state[5], g = state[6], h = state[7];
        for (var i = 0; i < 64; i++)
        {
            var first = h + (Rotate(e, 6) ^ Rotate(e, 11) ^ Rotate(e, 25)) + ((e & f) ^ (~e & g)) + Constants[i] + words[i];
            var second = (Rotate(a, 2) ^ Rotate(a, 13) ^ Rotate(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));
            (h, g, f, e, d, c, b, a) = (g, f, e, d + first, c, b, a, first + second);
        }

        state[0] += a;
        state[1] += b;
        state[2] += c;
        state[3] += d;
        state[4] += e;
        state[5] += f;
        state[6] += g;
        state[7] += h;
    }

    private static uint Rotate(uint value, int bits) => (value >> bits) | (value << (32 - bits));
}
