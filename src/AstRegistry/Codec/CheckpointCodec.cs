using AstRegistry.Entries;
using AstRegistry.Snapshots;

namespace AstRegistry.Codec;

/// <summary>
/// All entries of a registry as they are stored: a frame with <c>[revision, namespaces, kinds, entries]</c>. A namespace is <c>[name, revision]</c>,
/// an entry <c>[namespace, name, kind, meta, data]</c> with namespace and kind as places in their lists. Entries stand in the order of their
/// creation, namespaces and kinds in that of their first use.
/// </summary>
internal static class CheckpointCodec
{
    private const int Parts = 4;
    private const int NamespaceParts = 2;
    private const int EntryParts = 5;

    /// <exception cref="HistoryException">The entries take more than 2 GiB (<see cref="HistoryFault.Full"/>).</exception>
    public static byte[] Encode(long revision, EntryTable<RegistryEntry> table)
    {
        var namespaces = new TextPlaces();
        var kinds = new TextPlaces();
        foreach (var (id, entry) in table.Items)
        {
            namespaces.PlaceOf(id.Namespace);
            kinds.PlaceOf(entry.Kind);
        }

        using var writer = new MessagePackWriter(Frame.HeaderSize, Frame.HeaderSize + (table.Count * 64));
        writer.WriteArrayHeader(Parts);
        writer.WriteInteger(revision);
        WriteNamespaces(writer, namespaces.Texts, table);
        writer.WriteArrayHeader(kinds.Texts.Count);
        foreach (var kind in kinds.Texts) writer.WriteString(kind);
        writer.WriteArrayHeader(table.Count);
        foreach (var (id, entry) in table.Items) WriteEntry(writer, namespaces.PlaceOf(id.Namespace), kinds.PlaceOf(entry.Kind), entry);
        return writer.ToFrame(FrameKind.Checkpoint);
    }

    /// <exception cref="HistoryException">The bytes are damaged, foreign, or of a newer version; the message names the offset and the reason.</exception>
    public static (long Revision, EntryTable<RegistryEntry> Table) Decode(ReadOnlySpan<byte> frame)
    {
        var reader = new MessagePackReader(Frame.Read(FrameKind.Checkpoint, frame), FrameKind.Checkpoint);
        reader.ReadArrayHeader(Parts);
        var revision = reader.ReadInteger(0, long.MaxValue);
        var namespaces = ReadNamespaces(ref reader);
        var kinds = new string[reader.ReadArrayHeader()];
        for (var i = 0; i < kinds.Length; i++) kinds[i] = EntryCodec.ReadKind(ref reader);
        var table = ReadEntries(ref reader, namespaces, kinds);
        reader.End();
        return (revision, table);
    }

    private static void WriteNamespaces(MessagePackWriter writer, List<string> namespaces, EntryTable<RegistryEntry> table)
    {
        writer.WriteArrayHeader(namespaces.Count);
        foreach (var name in namespaces)
        {
            writer.WriteArrayHeader(NamespaceParts);
            writer.WriteString(name);
            writer.WriteInteger(table.TryGetNamespace(name, out var names) ? names.Revision : 0);
        }
    }

    private static (string Name, long Revision)[] ReadNamespaces(ref MessagePackReader reader)
    {
        var namespaces = new (string Name, long Revision)[reader.ReadArrayHeader()];
        for (var i = 0; i < namespaces.Length; i++)
        {
            reader.ReadArrayHeader(NamespaceParts);
            var at = reader.Position;
            var name = reader.ReadShared();
            if (IdRules.NamespaceFault(name) is { } fault) throw reader.Fault(at, fault.TrimEnd('.'));
            namespaces[i] = (name, reader.ReadInteger(0, long.MaxValue));
        }

        return namespaces;
    }

    private static void WriteEntry(MessagePackWriter writer, int @namespace, int kind, RegistryEntry entry)
    {
        writer.WriteArrayHeader(EntryParts);
        writer.WriteInteger(@namespace);
        writer.WriteString(entry.Id.Name);
        writer.WriteInteger(kind);
        EntryCodec.WriteContent(writer, entry);
    }

    private static EntryTable<RegistryEntry> ReadEntries(ref MessagePackReader reader, (string Name, long Revision)[] namespaces, string[] kinds)
    {
        var at = reader.Position;
        var entries = new RegistryEntry[reader.ReadArrayHeader()];
        var places = new int[entries.Length];
        int usedNamespaces = 0, usedKinds = 0;
        for (var i = 0; i < entries.Length; i++)
        {
            reader.ReadArrayHeader(EntryParts);
            places[i] = ReadPlace(ref reader, namespaces.Length, ref usedNamespaces);
            var id = EntryCodec.ReadName(ref reader, namespaces[places[i]].Name);
            var kind = kinds[ReadPlace(ref reader, kinds.Length, ref usedKinds)];
            entries[i] = EntryCodec.ReadContent(ref reader, id, kind);
        }

        if (usedNamespaces < namespaces.Length || usedKinds < kinds.Length) throw reader.Fault(at, "a namespace or kind is listed that no entry uses");
        return EntryTable<RegistryEntry>.TryLoad(namespaces, places, entries, static entry => entry.Id, out var table, out var duplicate)
            ? table
            : throw reader.Fault(at, $"'{duplicate}' comes twice");
    }

    /// <summary>A place in a list, which may be at most one beyond those that were used before, so that there is one order.</summary>
    private static int ReadPlace(ref MessagePackReader reader, int count, ref int used)
    {
        var at = reader.Position;
        var place = (int)reader.ReadInteger(0, int.MaxValue);
        if (place >= count || place > used) throw reader.Fault(at, FormattableString.Invariant($"place {place} is not the next of a list of {count}"));
        if (place == used) used++;
        return place;
    }
}
