namespace AstRegistry.Codec;

/// <summary>
/// A change set as it is stored: a frame with a list of operations, each <c>[what, namespace, name, after, before]</c>. What is 0 for a create, 1 for
/// an update, 2 for a delete; after and before are <c>[kind, meta, data]</c>, or nil where there is none or none is known.
/// </summary>
internal static class ChangeSetCodec
{
    private const int Create = 0;
    private const int Update = 1;
    private const int Delete = 2;
    private const int OperationParts = 5;
    private const int StateParts = 3;

    public static byte[] Encode(ChangeSet changes)
    {
        using var writer = new MessagePackWriter(Frame.HeaderSize);
        writer.WriteArrayHeader(changes.Count);
        for (var i = 0; i < changes.Count; i++) Write(writer, changes[i]);
        return writer.ToFrame(FrameKind.ChangeSet);
    }

    /// <exception cref="HistoryException">The bytes are damaged, foreign, or of a newer version; the message names the offset and the reason.</exception>
    public static ChangeSet Decode(ReadOnlySpan<byte> frame)
    {
        var reader = new MessagePackReader(Frame.Read(FrameKind.ChangeSet, frame), FrameKind.ChangeSet);
        var at = reader.Position;
        var count = reader.ReadArrayHeader();
        if (count > RegistryLimits.MaxOperations) throw reader.Fault(at, FormattableString.Invariant($"{count} operations are more than {RegistryLimits.MaxOperations}"));
        var operations = new RegistryOperation[count];
        for (var i = 0; i < count; i++) operations[i] = Read(ref reader);
        reader.End();
        return count == 0 ? ChangeSet.Empty : new(operations);
    }

    private static void Write(MessagePackWriter writer, RegistryOperation operation)
    {
        writer.WriteArrayHeader(OperationParts);
        writer.WriteInteger(operation.Kind switch { RegistryOperationKind.Create => Create, RegistryOperationKind.Update => Update, _ => Delete });
        EntryCodec.WriteId(writer, operation.Id);
        WriteState(writer, operation.Entry);
        WriteState(writer, operation.Original);
    }

    private static RegistryOperation Read(ref MessagePackReader reader)
    {
        var at = reader.Position;
        reader.ReadArrayHeader(OperationParts);
        var what = reader.ReadInteger(Create, Delete);
        var id = EntryCodec.ReadId(ref reader);
        var after = ReadState(ref reader, id);
        var before = ReadState(ref reader, id);
        return (what, after, before) switch
        {
            (Create, { } entry, null) => RegistryOperation.Create(entry),
            (Update, { } entry, _) => RegistryOperation.Update(entry, before),
            (Delete, null, { } original) => RegistryOperation.Delete(original),
            (Delete, null, null) => RegistryOperation.Delete(id),
            _ => throw reader.Fault(at, $"the operation on '{id}' has a state too many or too few"),
        };
    }

    private static void WriteState(MessagePackWriter writer, RegistryEntry? entry)
    {
        if (entry is null)
        {
            writer.WriteNil();
            return;
        }

        writer.WriteArrayHeader(StateParts);
        writer.WriteString(entry.Kind);
        EntryCodec.WriteContent(writer, entry);
    }

    private static RegistryEntry? ReadState(ref MessagePackReader reader, EntryId id)
    {
        if (reader.TryReadNil()) return null;
        reader.ReadArrayHeader(StateParts);
        var kind = EntryCodec.ReadKind(ref reader);
        return EntryCodec.ReadContent(ref reader, id, kind);
    }
}
