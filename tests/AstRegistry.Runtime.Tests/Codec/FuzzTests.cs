using AstRegistry.Codec;
using AstRegistry.Snapshots;
using FsCheck;
using FsCheck.Fluent;

namespace AstRegistry.Runtime.Tests.Codec;

/// <summary>
/// A million frames, most of them sound ones that were changed and sealed again: each is read as it stands or refused with the one exception, and none
/// makes the reader allocate more than it says.
/// </summary>
public sealed class FuzzTests
{
    private const int Frames = 1_000_000;
    private const int Lanes = 50;

    /// <summary>What an exception, its message and its stack trace take, and what a table of entries takes though it holds next to nothing.</summary>
    private const int Constant = 16 << 10;

    private static readonly byte[][] Headers = [[0xDD, 0xFF, 0xFF, 0xFF, 0xFF], [0xDF, 0, 0, 0, 40], [0xDC, 0, 60], [0xDB, 0, 0, 1, 0], [0xC6, 0xFF, 0xFF, 0xFF, 0xFF], [0xC0]];
    private static readonly byte[][] Seeds = [.. SeedFrames()];

    [Fact]
    public void No_bytes_break_the_reader()
    {
        foreach (var seed in Seeds) Read(seed);
        var sound = 0;
        Parallel.For(0, Lanes, lane =>
        {
            var random = new Random(lane);
            for (var i = 0; i < Frames / Lanes; i++)
            {
                if (Check(Mutate(random))) Interlocked.Increment(ref sound);
            }
        });

        // Mutations that stay sound show that the others are not refused for a reason that has nothing to do with them.
        Assert.InRange(sound, Frames / 100, Frames / 2);
    }

    private static bool Check(byte[] frame)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        byte[]? again = null;
        try
        {
            var content = Read(frame);
            AssertBounded(frame, before);
            again = Write(content);
        }
        catch (HistoryException exception)
        {
            AssertBounded(frame, before);
            Assert.True(exception.Fault is HistoryFault.Corrupt or HistoryFault.Foreign or HistoryFault.NewerFormat, $"{exception.Fault}: {Convert.ToHexString(frame)}");
        }
        catch (Exception exception)
        {
            Assert.Fail($"{exception.GetType().Name}: {Convert.ToHexString(frame)}\n{exception}");
        }

        if (again is not null) Assert.True(again.AsSpan().SequenceEqual(frame), $"There is another form of {Convert.ToHexString(frame)}: {Convert.ToHexString(again)}");
        return again is not null;
    }

    private static void AssertBounded(byte[] frame, long before)
    {
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        if (allocated > Constant + ((long)frame.Length * MessagePackReader.MaxAllocationPerByte)) Assert.Fail($"{allocated} bytes were allocated for {frame.Length}: {Convert.ToHexString(frame)}");
    }

    private static object Read(byte[] frame) => (frame.Length > 5 ? frame[5] : 0) switch
    {
        (byte)'C' => CheckpointCodec.Decode(frame),
        _ => ChangeSetCodec.Decode(frame),
    };

    private static byte[] Write(object content) => content switch
    {
        ValueTuple<long, EntryTable<RegistryEntry>> checkpoint => CheckpointCodec.Encode(checkpoint.Item1, checkpoint.Item2),
        _ => ChangeSetCodec.Encode((ChangeSet)content),
    };

    private static byte[] Mutate(Random random)
    {
        var kind = random.Next(16);
        if (kind == 0) return RandomBytes(random, random.Next(64));
        var bytes = new List<byte>(Seeds[random.Next(Seeds.Length)]);
        var start = kind == 1 ? 0 : Frame.HeaderSize;
        for (var i = random.Next(1, 4); i > 0; i--) Change(random, bytes, start);
        var frame = bytes.ToArray();
        if (kind > 2 && frame.Length >= Frame.HeaderSize) Frame.Seal(new(frame[5], frame[6], ""), frame);
        return frame;
    }

    private static void Change(Random random, List<byte> bytes, int start)
    {
        if (bytes.Count <= start) return;
        var place = random.Next(start, bytes.Count);
        switch (random.Next(8))
        {
            case 0: bytes[place] ^= (byte)(1 << random.Next(8)); break;
            case 1: bytes[place] = (byte)random.Next(256); break;
            case 2: bytes.Insert(place, (byte)random.Next(256)); break;
            case 3: bytes.RemoveAt(place); break;
            case 4: bytes.RemoveRange(place, bytes.Count - place); break;
            case 5: bytes.InsertRange(place, bytes.GetRange(place, random.Next(Math.Min(40, bytes.Count - place)))); break;
            case 6: bytes.InsertRange(place, Headers[random.Next(Headers.Length)]); break;
            default: bytes.InsertRange(place, Enumerable.Repeat((byte)(random.Next(2) == 0 ? 0x91 : 0x81), random.Next(100))); break;
        }
    }

    private static byte[] RandomBytes(Random random, int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }

    private static IEnumerable<byte[]> SeedFrames()
    {
        var entries = Gen.Sample(Values.Entry, 400, new Rnd(1, 3), 400).DistinctBy(static entry => entry.Id).ToArray();
        foreach (var changes in Gen.Sample(Values.Changes, 60, new Rnd(5, 7), 60).Select(ChangeSetCodec.Encode).Where(static frame => frame.Length < 400)) yield return changes;
        foreach (var some in entries.Chunk(3))
        {
            var builder = EntryTable<RegistryEntry>.Empty.ToBuilder();
            foreach (var entry in some) builder.Set(entry.Id, entry);
            var frame = CheckpointCodec.Encode(3, builder.ToImmutable(2));
            if (frame.Length < 600) yield return frame;
        }

        yield return CheckpointCodec.Encode(0, EntryTable<RegistryEntry>.Empty);
    }
}
