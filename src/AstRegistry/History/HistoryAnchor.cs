using System.Collections.Immutable;
using AstRegistry.Codec;

namespace AstRegistry.History;

/// <summary>
/// Notes beside a store how far each registry had come, so that a store that lost versions without a trace, as a truncated log does, is found out
/// when it is opened. Immutable.
/// </summary>
/// <remarks>
/// A frame with a map from the name of each registry, in ordinal order, to <c>[revision, epoch, hash]</c>. An anchor may lag behind its store, so
/// it is written after the store acknowledged; it must never run ahead.
/// </remarks>
internal sealed class HistoryAnchor
{
    private const int PointParts = 3;

    private readonly ImmutableSortedDictionary<string, AnchorPoint> _points;

    private HistoryAnchor(ImmutableSortedDictionary<string, AnchorPoint> points) => _points = points;

    public static HistoryAnchor Empty { get; } = new(ImmutableSortedDictionary.Create<string, AnchorPoint>(StringComparer.Ordinal));

    public IReadOnlyDictionary<string, AnchorPoint> Points => _points;

    /// <summary>The same anchor with the head of a registry as it is now.</summary>
    public HistoryAnchor With(string registry, HistoryHead head) => new(_points.SetItem(registry, new(head.Revision, head.Epoch, head.Hash)));

    /// <summary>The same anchor without a registry.</summary>
    public HistoryAnchor Without(string registry) => new(_points.Remove(registry));

    public byte[] Encode()
    {
        using var writer = new MessagePackWriter(Frame.HeaderSize);
        Span<byte> hash = stackalloc byte[ChainHash.Size];
        writer.WriteMapHeader(_points.Count);
        foreach (var (registry, point) in _points)
        {
            writer.WriteString(registry);
            writer.WriteArrayHeader(PointParts);
            writer.WriteInteger(point.Revision);
            writer.WriteInteger(point.Epoch);
            point.Hash.CopyTo(hash);
            writer.WriteBytes(hash);
        }

        return writer.ToFrame(FrameKind.Anchor);
    }

    /// <exception cref="HistoryException">The bytes are damaged, foreign, or of a newer version; the message names the offset and the reason.</exception>
    public static HistoryAnchor Decode(ReadOnlySpan<byte> frame)
    {
        var reader = new MessagePackReader(Frame.Read(FrameKind.Anchor, frame), FrameKind.Anchor);
        var points = Empty._points.ToBuilder();
        var count = reader.ReadMapHeader();
        string? last = null;
        for (var i = 0; i < count; i++)
        {
            var at = reader.Position;
            var registry = reader.ReadString();
            if (last is not null && string.CompareOrdinal(last, registry) >= 0) throw reader.Fault(at, "the registries are not in ordinal order, or one comes twice");
            points.Add(last = registry, ReadPoint(ref reader));
        }

        reader.End();
        return new(points.ToImmutable());
    }

    /// <summary>Compares the head of a registry, as its store tells it, with what was noted.</summary>
    /// <param name="registry">The registry.</param>
    /// <param name="head">The head according to the store.</param>
    /// <param name="store">What messages call the store, for example the path of its file.</param>
    /// <param name="repair">The command that accepts the loss.</param>
    /// <exception cref="HistoryException">Versions that were acknowledged are missing, or are others (<see cref="HistoryFault.Shortfall"/>).</exception>
    public void Check(string registry, HistoryHead head, string store, string repair)
    {
        if (!_points.TryGetValue(registry, out var point)) return;
        var reason = (head.Revision.CompareTo(point.Revision), head.Epoch.CompareTo(point.Epoch)) switch
        {
            ( < 0, _) => FormattableString.Invariant($"it ends at version {head.Revision}, and version {point.Revision} was acknowledged"),
            (_, < 0) => FormattableString.Invariant($"its head is of epoch {head.Epoch}, and epoch {point.Epoch} was acknowledged"),
            (0, _) when head.Hash != point.Hash => FormattableString.Invariant($"its version {head.Revision} has the hash {head.Hash}, and {point.Hash} was acknowledged"),
            _ => null,
        };
        if (reason is null) return;
        throw new HistoryException(HistoryFault.Shortfall, $"The history of '{registry}' in '{store}' lost what had been stored: {reason}. Put a copy of the store back, or accept the loss with: {repair}");
    }

    private static AnchorPoint ReadPoint(ref MessagePackReader reader)
    {
        reader.ReadArrayHeader(PointParts);
        var revision = reader.ReadInteger(0, long.MaxValue);
        var epoch = reader.ReadInteger(0, long.MaxValue);
        var at = reader.Position;
        var hash = reader.ReadBytes();
        return hash.Length == ChainHash.Size ? new(revision, epoch, new(hash)) : throw reader.Fault(at, FormattableString.Invariant($"a hash has {ChainHash.Size} bytes, not {hash.Length}"));
    }
}
