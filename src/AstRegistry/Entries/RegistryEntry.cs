using System.Diagnostics;
using AstRegistry.Entries;

namespace AstRegistry;

/// <summary>What a registry holds under an id: a kind, meta data to find it by, and data. Immutable.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class RegistryEntry : IEquatable<RegistryEntry>
{
    /// <summary>Makes an entry.</summary>
    /// <param name="id">The id.</param>
    /// <param name="kind">What it is, as segments joined by dots, for example <c>function.scheme</c>.</param>
    /// <param name="meta">A map of what it is to be found by, or null for none.</param>
    /// <param name="data">Its content.</param>
    /// <exception cref="ArgumentException">The id is <see cref="EntryId.None"/>, or meta is neither a map nor null.</exception>
    /// <exception cref="FormatException">The kind is malformed; the message names the place.</exception>
    public RegistryEntry(EntryId id, string kind, RegistryValue meta = default, RegistryValue data = default)
    {
        ArgumentNullException.ThrowIfNull(kind);
        if (id.IsNone) throw new ArgumentException("The id is a default value: it names no entry.", nameof(id));
        if (IdRules.SegmentsFault(kind, "kind", RegistryLimits.MaxNameLength) is { } fault) throw new FormatException(fault);
        if (!meta.IsNull && meta.Kind != RegistryValueKind.Map) throw new ArgumentException($"The meta data of '{id}' are of kind {meta.Kind}, not a map.", nameof(meta));
        Id = id;
        Kind = kind;
        Meta = meta.IsNull ? RegistryValue.EmptyMap : meta;
        Data = data;
    }

    /// <summary>The id.</summary>
    public EntryId Id { get; }

    /// <summary>What the entry is.</summary>
    public string Kind { get; }

    /// <summary>What the entry is found by: always a map.</summary>
    public RegistryValue Meta { get; }

    /// <summary>The content.</summary>
    public RegistryValue Data { get; }

    /// <summary>The same entry with other data.</summary>
    public RegistryEntry WithData(RegistryValue data) => new(Id, Kind, Meta, data);

    /// <summary>The same entry with other meta data.</summary>
    /// <exception cref="ArgumentException">Meta is neither a map nor null.</exception>
    public RegistryEntry WithMeta(RegistryValue meta) => new(Id, Kind, meta, Data);

    /// <summary>The same entry of another kind.</summary>
    /// <exception cref="FormatException">The kind is malformed.</exception>
    public RegistryEntry WithKind(string kind) => new(Id, kind, Meta, Data);

    /// <inheritdoc/>
    public bool Equals(RegistryEntry? other) =>
        ReferenceEquals(this, other) || (other is not null && Id == other.Id && Kind == other.Kind && Meta == other.Meta && Data == other.Data);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RegistryEntry);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Id, Kind, Meta, Data);

    /// <summary>Id, kind and, if there are any, meta data.</summary>
    public override string ToString() => Meta.Count == 0 ? $"{Id} ({Kind})" : $"{Id} ({Kind}) {Meta}";
}
