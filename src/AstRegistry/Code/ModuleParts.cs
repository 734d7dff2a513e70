using AstRegistry.Identity;
using AstRegistry.Packing;

namespace AstRegistry.Code;

/// <summary>
/// The declarations of one type, merged. Parts are ordered by what they say, never by where they stand, so that moving a file changes
/// nothing a module tells.
/// </summary>
internal sealed class ModuleParts
{
    private readonly RowReference[] _parts;

    private ModuleParts(RowReference[] parts) => _parts = parts;

    public IReadOnlyList<RowReference> All => _parts;

    public RowReference First => _parts[0];

    /// <summary>The record of the type that a row is a part of; every part then leads to the same record.</summary>
    public static ModuleRecord Merge(CodeRegistry registry, RowReference one)
    {
        var parts = new List<RowReference>();
        var matches = one.File.Store.TypesWith(one.File.TypeIds[one.Row]);
        while (matches.Next(out var part))
        {
            // The index may name a bucket twice, once for an id that only looks like this one; and another key's id may be equal by chance.
            if (part.File.TypeKeys[part.Row] == one.File.TypeKeys[one.Row] && !parts.Contains(part)) parts.Add(part);
        }

        if (!parts.Contains(one)) throw registry.Unreadable("index", new PackedDataException($"It does not lead to '{one.File.TypeKeys[one.Row]}'."));
        parts.Sort(ByPlace);
        var canonical = parts[0];
        parts.Sort(ByContent);
        var module = canonical.File.Publish(canonical.Row, new ModuleRecord(registry, new ModuleParts([.. parts])));
        foreach (var part in module.Parts.All) part.File.Publish(part.Row, module);
        return module;
    }

    public static TypeRow Row(RowReference part) => part.File.Types[part.Row];

    /// <summary>The kind; of conflicting ones, and beside top-level statements, the last in the order of <see cref="ModuleKind"/>.</summary>
    public ModuleKind Kind => _parts.Max(static part => Row(part).Kind);

    public DeclarationModifiers Modifiers => _parts.Aggregate(DeclarationModifiers.None, static (all, part) => all | Row(part).Modifiers);

    /// <summary>The accessibility of a part that states one; a part that states none carries the default of its place.</summary>
    public DeclaredAccessibility Accessibility
    {
        get
        {
            var unstated = DefaultAccessibility();
            foreach (var part in _parts)
            {
                if (Row(part).Accessibility != unstated) return Row(part).Accessibility;
            }

            return unstated;
        }
    }

    /// <summary>The summed and maximal complexity over all parts.</summary>
    public ModuleComplexity Complexity => _parts.Select(Row).Aggregate(default(ModuleComplexity), static (all, row) => new ModuleComplexity(
        all.CyclomaticSum + row.CyclomaticSum,
        Math.Max(all.CyclomaticMax, row.CyclomaticMax),
        all.CognitiveSum + row.CognitiveSum,
        Math.Max(all.CognitiveMax, row.CognitiveMax)));

    /// <summary>The run-time type, from the first part that tells it.</summary>
    public Type? RuntimeType => _parts.Select(static part => part.File.GetRuntimeType(part.Row)).FirstOrDefault(static type => type is not null);

    /// <summary>A list of all parts without repetitions, in the order of the parts.</summary>
    public IReadOnlyList<string> Union(Func<TypeRow, string[]> list)
    {
        if (_parts.Length == 1) return Array.AsReadOnly(list(Row(First)));
        return Array.AsReadOnly(_parts.SelectMany(part => list(Row(part))).Distinct(StringComparer.Ordinal).ToArray());
    }

    /// <summary>The members of all parts that are not nested in a member, both halves of partial ones, in the order of the parts.</summary>
    public IEnumerable<MemberRecord> Members()
    {
        foreach (var (file, type) in _parts)
        {
            for (var row = file.FirstMember(type); row >= 0; row = file.NextMember(row)) yield return file.GetMember(row);
        }
    }

    /// <summary>The members of each kind over all parts.</summary>
    public int[] CountMembers()
    {
        var counts = new int[MemberRow.KindCount];
        foreach (var part in _parts)
        {
            for (var kind = 0; kind < counts.Length; kind++) counts[kind] += Row(part).MemberCounts[kind];
        }

        return counts;
    }

    /// <summary>One hash from a hash of each part.</summary>
    public ulong Combine(Func<TypeRow, ulong> hash) =>
        StableHash.Finish(_parts.Select(part => hash(Row(part))).Order().Aggregate(StableHash.Seed, StableHash.Add));

    private DeclaredAccessibility DefaultAccessibility()
    {
        var container = Row(First).Container;
        if (container < 0) return DeclaredAccessibility.Internal;
        return First.File.Types[container].Kind == ModuleKind.Interface ? DeclaredAccessibility.Public : DeclaredAccessibility.Private;
    }

    private static int ByPlace(RowReference left, RowReference right)
    {
        var order = left.File.Bucket.CompareTo(right.File.Bucket);
        if (order == 0) order = left.File.Index.CompareTo(right.File.Index);
        return order != 0 ? order : left.Row.CompareTo(right.Row);
    }

    private static int ByContent(RowReference left, RowReference right)
    {
        var order = Row(left).Digest.CompareTo(Row(right).Digest);
        if (order == 0) order = Row(left).CompilationHash.CompareTo(Row(right).CompilationHash);
        return order != 0 ? order : ByPlace(left, right);
    }
}
