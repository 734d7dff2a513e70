using AstRegistry.Codec;

namespace AstRegistry.Runtime.Tests.Codec;

/// <summary>The bytes of each kind of value, as the MessagePack specification gives them for its shortest forms.</summary>
public sealed class ValueCodecTests
{
    public static TheoryData<string, string> Vectors { get; } = new()
    {
        { "null", "C0" },
        { "false", "C2" },
        { "true", "C3" },
        { "0", "00" },
        { "1", "01" },
        { "127", "7F" },
        { "128", "CC80" },
        { "255", "CCFF" },
        { "256", "CD0100" },
        { "65535", "CDFFFF" },
        { "65536", "CE00010000" },
        { "4294967295", "CEFFFFFFFF" },
        { "4294967296", "CF0000000100000000" },
        { "9223372036854775807", "CF7FFFFFFFFFFFFFFF" },
        { "-1", "FF" },
        { "-32", "E0" },
        { "-33", "D0DF" },
        { "-128", "D080" },
        { "-129", "D1FF7F" },
        { "-32768", "D18000" },
        { "-32769", "D2FFFF7FFF" },
        { "-2147483648", "D280000000" },
        { "-2147483649", "D3FFFFFFFF7FFFFFFF" },
        { "-9223372036854775808", "D38000000000000000" },
        { "0.0", "CB0000000000000000" },
        { "1.0", "CB3FF0000000000000" },
        { "-1.5", "CBBFF8000000000000" },
        { "NaN", "CBFFF8000000000000" },
        { "Infinity", "CB7FF0000000000000" },
        { "\"\"", "A0" },
        { "\"a\"", "A161" },
        { "\"é\"", "A2C3A9" },
        { "\"🦉\"", "A4F09FA689" },
        { "[]", "90" },
        { "[1,[2,\"x\"],null]", "93019202A178C0" },
        { "{}", "80" },
        { "{\"compact\":true,\"schema\":0}", "82A7636F6D70616374C3A6736368656D6100" },
        { "{\"a\":{\"b\":[-1.5]},\"z\":null}", "82A16181A16291CBBFF8000000000000A17AC0" },
    };

    public static TheoryData<int, string> StringHeaders { get; } = new() { { 31, "BF" }, { 32, "D920" }, { 255, "D9FF" }, { 256, "DA0100" }, { 65_535, "DAFFFF" }, { 65_536, "DB00010000" }, { 1 << 20, "DB00100000" } };

    public static TheoryData<int, string> BytesHeaders { get; } = new() { { 0, "C400" }, { 255, "C4FF" }, { 256, "C50100" }, { 65_535, "C5FFFF" }, { 65_536, "C600010000" } };

    public static TheoryData<int, string> ListHeaders { get; } = new() { { 15, "9F" }, { 16, "DC0010" }, { 65_535, "DCFFFF" }, { 65_536, "DD00010000" } };

    public static TheoryData<int, string> MapHeaders { get; } = new() { { 15, "8F" }, { 16, "DE0010" }, { 65_535, "DEFFFF" }, { 65_536, "DF00010000" } };

    /// <summary>What is MessagePack, or nearly, but not the one form of a value: bytes, the offset of the fault, and a word of the reason.</summary>
    public static TheoryData<string, int, string> Refused { get; } = new()
    {
        { "", 0, "ends" },
        { "C1", 0, "nothing" },
        { "CA3F800000", 0, "32 bits" },
        { "CCFF00", 2, "follow" },
        { "CC7F", 0, "shortest" },
        { "CD00FF", 0, "shortest" },
        { "CE0000FFFF", 0, "shortest" },
        { "CF00000000FFFFFFFF", 0, "shortest" },
        { "CF8000000000000000", 0, "greater" },
        { "D000", 0, "shortest" },
        { "D07F", 0, "shortest" },
        { "D0E0", 0, "shortest" },
        { "D1FF80", 0, "shortest" },
        { "D10100", 0, "shortest" },
        { "D2FFFF8000", 0, "shortest" },
        { "D3FFFFFFFF80000000", 0, "shortest" },
        { "D30000000000000001", 0, "shortest" },
        { "CB7FF8000000000000", 0, "NaN" },
        { "CBFFF8000000000001", 0, "NaN" },
        { "CB00", 2, "ends" },
        { "D90161", 0, "shortest" },
        { "DA000161", 0, "shortest" },
        { "DB0000000161", 0, "shortest" },
        { "DBFFFFFFFF", 0, "longer" },
        { "DB00100001", 0, "longer" },
        { "C500FF", 0, "shortest" },
        { "C60000FFFF", 0, "shortest" },
        { "C601000001", 0, "more than" },
        { "C6FFFFFFFF", 0, "more than" },
        { "A36161C3", 0, "behind its first 2" },
        { "A2C328", 0, "UTF-8" },
        { "A2C080", 0, "UTF-8" },
        { "A3EDA080", 0, "UTF-8" },
        { "A161A161", 2, "follow" },
        { "A261", 0, "left" },
        { "DC0001C0", 0, "shortest" },
        { "DD00000010" + "C0C0C0C0C0C0C0C0C0C0C0C0C0C0C0C0", 0, "shortest" },
        { "DDFFFFFFFF", 0, "announced" },
        { "DC7FFFC0", 0, "announced" },
        { "92C0", 0, "announced" },
        { "DE0001A161C0", 0, "shortest" },
        { "DFFFFFFFFF", 0, "announced" },
        { "82A161C0", 0, "announced" },
        { "8101C0", 1, "string" },
        { "81C4016100", 1, "string" },
        { "82A162C0A161C0", 4, "order" },
        { "82A161C0A161C0", 4, "order" },
        { "C70001", 0, "extension" },
        { "D401FF", 0, "extension" },
        { "D6FF00000000", 0, "extension" },
    };

    [Theory]
    [MemberData(nameof(Vectors))]
    public void A_value_has_the_bytes_of_the_specification(string text, string bytes)
    {
        var value = ValueCodec.Decode(Convert.FromHexString(bytes));

        Assert.Equal(text, value.ToString());
        Assert.Equal(bytes, Convert.ToHexString(ValueCodec.Encode(value)));
    }

    [Theory]
    [MemberData(nameof(StringHeaders))]
    public void A_string_has_the_shortest_header(int length, string header) => AssertHeader(RegistryValue.Of(new string('x', length)), header, length);

    [Theory]
    [MemberData(nameof(StringHeaders))]
    public void A_string_beyond_ASCII_has_the_header_of_its_bytes(int length, string header) => AssertHeader(RegistryValue.Of(new string('é', length / 2) + (length % 2 == 0 ? "" : "x")), header, length);

    [Theory]
    [MemberData(nameof(BytesHeaders))]
    public void Bytes_have_the_shortest_header(int length, string header) => AssertHeader(RegistryValue.Of(new byte[length]), header, length);

    [Theory]
    [MemberData(nameof(ListHeaders))]
    public void A_list_has_the_shortest_header(int count, string header) => AssertHeader(RegistryValue.ListOf(Enumerable.Repeat(RegistryValue.Null, count)), header, count);

    [Theory]
    [MemberData(nameof(MapHeaders))]
    public void A_map_has_the_shortest_header(int count, string header) =>
        AssertHeader(RegistryValue.MapOf(Enumerable.Range(0, count).Select(static i => (FormattableString.Invariant($"{i:00000}"), RegistryValue.Null))), header, count * 7);

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_is_not_the_one_form_is_refused(string bytes, int offset, string reason)
    {
        var exception = Assert.Throws<HistoryException>(() => ValueCodec.Decode(Convert.FromHexString(bytes)));

        Assert.Equal(HistoryFault.Corrupt, exception.Fault);
        Assert.Contains(FormattableString.Invariant($"at byte {offset}"), exception.Message, StringComparison.Ordinal);
        Assert.Contains(reason, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_are_in_the_order_of_UTF_16_as_in_a_map()
    {
        // In UTF-8 the owl, beyond the basic plane, comes last; in UTF-16 its surrogates come before U+FFFD.
        var map = RegistryValue.MapOf(("\uFFFD", 1), ("🦉", 2));
        var bytes = Convert.ToHexString(ValueCodec.Encode(map));

        Assert.Equal("82A4F09FA68902A3EFBFBD01", bytes);
        Assert.Equal(map, ValueCodec.Decode(Convert.FromHexString(bytes)));
        Assert.Throws<HistoryException>(() => ValueCodec.Decode(Convert.FromHexString("82A3EFBFBD01A4F09FA68902")));
    }

    [Fact]
    public void Depth_is_limited_to_what_values_allow()
    {
        byte[] Nested(int depth) => [.. Enumerable.Repeat((byte)0x91, depth), 0xC0];

        Assert.Equal(RegistryLimits.MaxDepth, ValueCodec.Decode(Nested(RegistryLimits.MaxDepth)).Depth);
        var exception = Assert.Throws<HistoryException>(() => ValueCodec.Decode(Nested(RegistryLimits.MaxDepth + 1)));
        Assert.Contains("at byte 64", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Counts_are_compared_with_what_is_left_before_anything_is_allocated()
    {
        // Each list announces as many values as there are bytes; together they would announce 64 times as many.
        var bytes = new byte[64 * 3 + 60_000];
        for (var i = 0; i < 64; i++) (bytes[i * 3], bytes[(i * 3) + 1], bytes[(i * 3) + 2]) = (0xDC, 0xEA, 0x60);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Throws<HistoryException>(() => ValueCodec.Decode(bytes));

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, bytes.Length * MessagePackReader.MaxAllocationPerByte);
    }

    [Fact]
    public void Names_that_come_again_are_shared()
    {
        var bytes = ValueCodec.Encode(RegistryValue.ListOf(RegistryValue.MapOf(("shared-one", 1), ("shared-two", 2)), RegistryValue.MapOf(("shared-one", 3), ("shared-two", 4))));
        var list = ValueCodec.Decode(bytes);

        Assert.Same(list[0].Map.Names, list[1].Map.Names);
        Assert.Equal("""[{"shared-one":1,"shared-two":2},{"shared-one":3,"shared-two":4}]""", list.ToString());
    }

    [Fact]
    public void A_guess_of_names_is_given_up_where_they_differ()
    {
        var maps = RegistryValue.ListOf(
            RegistryValue.MapOf(("guess-a", 1), ("guess-b", 2), ("guess-d", 3)), RegistryValue.MapOf(("guess-a", 1), ("guess-c", 2), ("guess-d", 3)), RegistryValue.MapOf(("guess-a", 1), ("guess-b", 2), ("guess-e", 3)));

        Assert.Equal(maps, ValueCodec.Decode(ValueCodec.Encode(maps)));
        Assert.Throws<HistoryException>(() => ValueCodec.Decode(Convert.FromHexString("9283A16101A16202A1630383A16101A16202A16103")));
    }

    private static void AssertHeader(RegistryValue value, string header, int rest)
    {
        var bytes = ValueCodec.Encode(value);

        Assert.Equal(header, Convert.ToHexString(bytes, 0, header.Length / 2));
        Assert.Equal(header.Length / 2 + rest, bytes.Length);
        Assert.Equal(value, ValueCodec.Decode(bytes));
    }
}
