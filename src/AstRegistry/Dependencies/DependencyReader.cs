using System.Runtime.InteropServices;
using AstRegistry.Entries;
using AstRegistry.Snapshots;

namespace AstRegistry.Dependencies;

/// <summary>Finds what entries of one snapshot depend on. For one thread.</summary>
internal sealed class DependencyReader(DependencyResolver resolver, EntryTable<RegistryEntry> table)
{
    private readonly List<string> _references = [];
    private readonly Dictionary<string, EntryId[]> _namespaces = new(StringComparer.Ordinal);
    private Dictionary<string, List<EntryId>>? _groups;

    /// <summary>Adds what an entry depends on, and what of it is not there.</summary>
    public void Read(RegistryEntry entry, HashSet<EntryId> found, List<MissingDependency>? missing)
    {
        foreach (var pattern in resolver.Patterns)
        {
            _references.Clear();
            pattern.Compiled.Find(entry, _references);
            foreach (var reference in _references)
            {
                if (!TryFollow(entry, pattern.Kind, reference, found)) missing?.Add(new(entry.Id, reference, pattern));
            }
        }
    }

    private bool TryFollow(RegistryEntry entry, DependencyPatternKind kind, string reference, HashSet<EntryId> found) => kind switch
    {
        DependencyPatternKind.Group => AddOthers(entry, GroupOf(reference), found),
        DependencyPatternKind.Namespace => AddOthers(entry, NamespaceOf(WithoutStar(reference) ?? reference), found),
        _ when reference == "*" => AddOthers(entry, NamespaceOf(entry.Id.Namespace), found),
        _ when WithoutStar(reference) is { } name => AddOthers(entry, NamespaceOf(name), found),
        _ => AddEntry(entry, reference, found),
    };

    private static string? WithoutStar(string reference) => reference.EndsWith(":*", StringComparison.Ordinal) ? reference[..^2] : null;

    private bool AddEntry(RegistryEntry entry, string reference, HashSet<EntryId> found)
    {
        if (!EntryId.TryParse(reference, out var id))
        {
            if (reference.Contains(':', StringComparison.Ordinal) || IdRules.FaultOf(entry.Id.Namespace, reference) is not null) return false;
            id = new(InternedId.Get(entry.Id.Namespace, reference));
        }

        if (!table.TryGet(id, out var target)) return false;
        found.Add(target.Id);
        return true;
    }

    /// <summary>An entry that names a group or a namespace which it is in itself means the others.</summary>
    private static bool AddOthers(RegistryEntry entry, IReadOnlyList<EntryId> members, HashSet<EntryId> found)
    {
        foreach (var member in members)
        {
            if (member != entry.Id) found.Add(member);
        }

        return members.Count > 0;
    }

    private EntryId[] NamespaceOf(string name)
    {
        if (_namespaces.TryGetValue(name, out var known)) return known;
        return _namespaces[name] = table.TryGetNamespace(name, out var names) ? [.. names.Slots.Select(static item => item.Key)] : [];
    }

    private List<EntryId> GroupOf(string name) => (_groups ??= ReadGroups()).TryGetValue(name, out var members) ? members : [];

    private Dictionary<string, List<EntryId>> ReadGroups()
    {
        var groups = new Dictionary<string, List<EntryId>>(StringComparer.Ordinal);
        var names = new List<string>();
        foreach (var (id, entry) in table.Items)
        {
            names.Clear();
            foreach (var path in resolver.CompiledGroupPaths) path.Find(entry, names);
            foreach (var name in names)
            {
                var members = CollectionsMarshal.GetValueRefOrAddDefault(groups, name, out _) ??= [];
                if (members.Count == 0 || members[^1] != id) members.Add(id);
            }
        }

        return groups;
    }
}
