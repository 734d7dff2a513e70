using AstRegistry.Codec;

namespace AstRegistry.Runtime.Tests.Codec;

public sealed class FrameTests
{
    private static readonly FrameKind Note = new((byte)'N', 2, "note");

    [Fact]
    public void The_checksum_is_CRC_32C()
    {
        Assert.Equal(0xE3069283, Crc32C.Append(0, "123456789"u8));
        Assert.Equal(0xE3069283, Crc32C.Append(Crc32C.Append(0, "1234"u8), "56789"u8));

        // The vector of RFC 3720 for 32 bytes from 0 to 31.
        Assert.Equal(0x46DD794Eu, Crc32C.Append(0, Enumerable.Range(0, 32).Select(static i => (byte)i).ToArray()));
    }

    [Fact]
    public void A_frame_gives_its_payload_back()
    {
        var frame = Frame.Write(Note, [1, 2, 3]);

        Assert.Equal([1, 2, 3], Frame.Read(Note, frame, out var version).ToArray());
        Assert.Equal(2, version);
        Assert.Equal("415354520" + "14E020103000000", Convert.ToHexString(frame, 0, 12));
        Assert.Empty(Frame.Read(Note, Frame.Write(Note, [])).ToArray());
    }

    [Fact]
    public void An_older_version_of_a_kind_is_read_and_named()
    {
        var frame = Frame.Write(Note with { Version = 1 }, [1]);

        Assert.Equal([1], Frame.Read(Note, frame, out var version).ToArray());
        Assert.Equal(1, version);
    }

    [Fact]
    public void A_changed_bit_is_found_wherever_it_is()
    {
        var frame = Frame.Write(Note, [1, 2, 3, 4, 5]);
        for (var bit = 0; bit < frame.Length * 8; bit++)
        {
            var changed = (byte[])frame.Clone();
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            var exception = Assert.Throws<HistoryException>(() => Frame.Read(Note, changed));
            Assert.Equal((bit / 8) switch { < 4 => HistoryFault.Foreign, 4 when changed[4] > 1 => HistoryFault.NewerFormat, _ => HistoryFault.Corrupt }, exception.Fault);
        }
    }

    [Fact]
    public void A_frame_that_was_cut_off_is_corrupt_at_every_length()
    {
        var frame = Frame.Write(Note, [1, 2, 3, 4, 5]);
        for (var length = 0; length < frame.Length; length++)
        {
            var exception = Assert.Throws<HistoryException>(() => Frame.Read(Note, frame.AsSpan(0, length)));
            Assert.Equal(HistoryFault.Corrupt, exception.Fault);
            Assert.Contains("The note is damaged at byte", exception.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_frame_with_more_behind_it_is_corrupt()
    {
        var exception = Assert.Throws<HistoryException>(() => Frame.Read(Note, [.. Frame.Write(Note, [1]), 0]));
        Assert.Equal((HistoryFault.Corrupt, "The note is damaged at byte 8: the payload should have 1 bytes and has 2."), (exception.Fault, exception.Message));
    }

    [Fact]
    public void What_another_program_wrote_is_foreign()
    {
        var exception = Assert.Throws<HistoryException>(() => Frame.Read(Note, "SQLite format 3\0 and more"u8));
        Assert.Equal((HistoryFault.Foreign, "The note was not written by AstRegistry: at byte 0 stands 53514C69 instead of 41535452."), (exception.Fault, exception.Message));
    }

    [Fact]
    public void A_frame_of_another_kind_is_foreign_and_named()
    {
        var exception = Assert.Throws<HistoryException>(() => Frame.Read(FrameKind.Checkpoint, Frame.Write(FrameKind.ChangeSet, [0x90])));
        Assert.Equal((HistoryFault.Foreign, "A checkpoint was expected; byte 5 says that it is a change set."), (exception.Fault, exception.Message));
    }

    [Fact]
    public void A_newer_version_is_refused_with_the_way_out()
    {
        var exception = Assert.Throws<HistoryException>(() => Frame.Read(Note, Frame.Write(Note with { Version = 3 }, [1])));
        Assert.Equal((HistoryFault.NewerFormat, "The note is of a newer form: byte 6 says version 3, this library knows 2. Update AstRegistry."), (exception.Fault, exception.Message));

        var frame = Frame.Write(Note, [1]);
        frame[4] = 2;
        Assert.Equal(HistoryFault.NewerFormat, Assert.Throws<HistoryException>(() => Frame.Read(Note, frame)).Fault);
    }
}
