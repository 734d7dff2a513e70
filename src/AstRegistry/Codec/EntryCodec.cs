using AstRegistry.Entries;

namespace AstRegistry.Codec;

/// <summary>Ids and entries within larger forms.</summary>
internal static class EntryCodec
{
    /// <summary>Namespace and name.</summary>
    public static void WriteId(MessagePackWriter writer, EntryId id)
    {
        writer.WriteString(id.Namespace);
        writer.WriteString(id.Name);
    }

    public static EntryId ReadId(ref MessagePackReader reader)
    {
        var at = reader.Position;
        var @namespace = reader.ReadShared();
        if (IdRules.NamespaceFault(@namespace) is { } fault) throw reader.Fault(at, Reason(fault));
        return ReadName(ref reader, @namespace);
    }

    /// <summary>The id of a name in a namespace that is known to be sound.</summary>
    public static EntryId ReadName(ref MessagePackReader reader, string @namespace)
    {
        var at = reader.Position;
        var name = reader.ReadString();
        return IdRules.NameFault(@namespace, name) is { } fault ? throw reader.Fault(at, Reason(fault)) : new EntryId(InternedId.Get(@namespace, name));
    }

    public static string ReadKind(ref MessagePackReader reader)
    {
        var at = reader.Position;
        var kind = reader.ReadShared();
        return IdRules.SegmentsFault(kind, "kind", RegistryLimits.MaxNameLength) is { } fault ? throw reader.Fault(at, Reason(fault)) : kind;
    }

    /// <summary>Meta data and data.</summary>
    public static void WriteContent(MessagePackWriter writer, RegistryEntry entry)
    {
        writer.WriteValue(entry.Meta);
        writer.WriteValue(entry.Data);
    }

    public static RegistryEntry ReadContent(ref MessagePackReader reader, EntryId id, string kind)
    {
        var at = reader.Position;
        var meta = reader.ReadValue();
        if (meta.Kind != RegistryValueKind.Map) throw reader.Fault(at, $"the meta data of '{id}' are of kind {meta.Kind}, not a map");
        return new(id, kind, meta, reader.ReadValue());
    }

    private static string Reason(string fault) => char.ToLowerInvariant(fault[0]) + fault[1..].TrimEnd('.');
}
