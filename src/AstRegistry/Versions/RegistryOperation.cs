using System.Diagnostics;

namespace AstRegistry;

/// <summary>One step of a <see cref="ChangeSet"/>: creates, updates or deletes an entry. Immutable.</summary>
/// <remarks>
/// An update and a delete may carry the entry as it was. Then they can be reversed, and are refused where the registry holds something else
/// by now; without it they apply to whatever is there.
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record RegistryOperation
{
    private RegistryOperation(RegistryOperationKind kind, EntryId id, RegistryEntry? entry, RegistryEntry? original)
    {
        Kind = kind;
        Id = id;
        Entry = entry;
        Original = original;
    }

    /// <summary>What the operation does.</summary>
    public RegistryOperationKind Kind { get; }

    /// <summary>The entry that it concerns.</summary>
    public EntryId Id { get; }

    /// <summary>The entry as it is afterwards; null for a delete.</summary>
    public RegistryEntry? Entry { get; }

    /// <summary>The entry as it was before; null for a create, and where it is not known.</summary>
    public RegistryEntry? Original { get; }

    /// <summary>Whether the operation knows enough to be undone.</summary>
    public bool IsReversible => Kind == RegistryOperationKind.Create || Original is not null;

    /// <summary>Adds an entry.</summary>
    public static RegistryOperation Create(RegistryEntry entry)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return new(RegistryOperationKind.Create, entry.Id, entry, null);
    }

    /// <summary>Puts an entry in the place of the one of the same id.</summary>
    /// <param name="entry">The entry as it shall be.</param>
    /// <param name="original">The entry as it is, if known.</param>
    /// <exception cref="ArgumentException">The original has another id.</exception>
    public static RegistryOperation Update(RegistryEntry entry, RegistryEntry? original = null)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (original is not null && original.Id != entry.Id) throw new ArgumentException($"The original is '{original.Id}', the entry '{entry.Id}'.", nameof(original));
        return new(RegistryOperationKind.Update, entry.Id, entry, original);
    }

    /// <summary>Takes an entry away.</summary>
    /// <exception cref="ArgumentException">The id is <see cref="EntryId.None"/>.</exception>
    public static RegistryOperation Delete(EntryId id) => id.IsNone
        ? throw new ArgumentException("The id is a default value: it names no entry.", nameof(id))
        : new(RegistryOperationKind.Delete, id, null, null);

    /// <summary>Takes an entry away that is known.</summary>
    public static RegistryOperation Delete(RegistryEntry original)
    {
        ArgumentNullException.ThrowIfNull(original);
        return new(RegistryOperationKind.Delete, original.Id, null, original);
    }

    /// <summary>The operation that undoes this one.</summary>
    /// <exception cref="IrreversibleChangeException">The entry as it was before is not known.</exception>
    public RegistryOperation Reverse() => (Kind, Original) switch
    {
        (RegistryOperationKind.Create, _) => Delete(Entry!),
        (RegistryOperationKind.Update, { } original) => Update(original, Entry),
        (RegistryOperationKind.Delete, { } original) => Create(original),
        _ => throw new IrreversibleChangeException(this),
    };

    /// <summary>Kind and id.</summary>
    public override string ToString() => $"{Kind} {Id}";
}
