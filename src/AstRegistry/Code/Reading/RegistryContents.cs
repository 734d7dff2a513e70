using System.Collections.Concurrent;

namespace AstRegistry.Code;

/// <summary>
/// Everything that a registry has decoded so far: buckets, records by key and type, sorted lists. All of it can be decoded again, so an
/// eviction just takes empty contents in its place; records that were handed out go on with the contents they came from.
/// </summary>
internal sealed class RegistryContents(CodeRegistry registry, RegistryData data)
{
    private readonly KeyTable<ModuleRecord> _modulesByKey = new();
    private readonly KeyTable<MemberRecord> _membersByKey = new();

    // Functions have a table of their own, because telling whether a member is one would fetch its record from memory.
    private readonly KeyTable<FunctionRecord> _functionsByKey = new();
    private readonly ConcurrentDictionary<Type, ModuleRecord> _modulesByType = new();
    private IReadOnlyList<ModuleRecord>? _modules;
    private IReadOnlyList<FunctionRecord>? _functions;

    public BucketStore Buckets { get; } = new(registry, data);

    /// <inheritdoc cref="CodeRegistry.Modules"/>
    public IReadOnlyList<ModuleRecord> Modules => _modules ??= Array.AsReadOnly(RecordOrder.Sort(ListModules()));

    /// <inheritdoc cref="CodeRegistry.Functions"/>
    public IReadOnlyList<FunctionRecord> Functions =>
        _functions ??= Array.AsReadOnly(RecordOrder.Sort(Modules.SelectMany(static module => module.Functions)));

    /// <summary>The module with a key, or null.</summary>
    public ModuleRecord? FindModule(string key) => _modulesByKey.Find(key) ?? ReadModule(key);

    /// <summary>The member or nested function with a key, or null.</summary>
    public MemberRecord? FindMember(string key) => _membersByKey.Find(key) ?? ReadMember(key);

    /// <summary>The function with a key, or null.</summary>
    public FunctionRecord? FindFunction(string key) => _functionsByKey.Find(key) ?? ReadMember(key) as FunctionRecord;

    /// <summary>The module that declares a run-time type, or null.</summary>
    public ModuleRecord? FindModule(Type type) => _modulesByType.TryGetValue(type, out var module) ? module : ReadModule(type);

    private ModuleRecord? ReadModule(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var matches = Buckets.TypesWith(registry.IdOfType(key));
        while (matches.Next(out var match))
        {
            // Another key's id may be equal by chance.
            if (match.File.TypeKeys[match.Row] != key) continue;
            var module = match.File.GetModule(match.Row);
            _modulesByKey.Add(key, module);
            return module;
        }

        return null;
    }

    private ModuleRecord? ReadModule(Type type)
    {
        if (type.IsConstructedGenericType) return FindModule(type.GetGenericTypeDefinition());

        // A type of the same name in another assembly is another type.
        if (type.Assembly.GetName().Name != registry.ProjectName || MetadataNames.KeyOf(type) is not { } key || FindModule(key) is not { } module) return null;

        // A type that can be unloaded must not be kept alive from here.
        if (type.IsCollectible) return module;
        _modulesByType.TryAdd(type, module);
        registry.Remember(module, type);
        return module;
    }

    /// <summary>
    /// Reads the module whose key is the longest prefix of a member's key, and remembers all its members by key: asking for each of n
    /// members in turn then costs n, not n².
    /// </summary>
    private MemberRecord? ReadMember(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        for (var dot = key.LastIndexOf('.'); dot > 0; dot = key.LastIndexOf('.', dot - 1))
        {
            if (FindModule(key[..dot]) is not { } module) continue;
            if (!module.IsIndexed) Index(module);
            if (_membersByKey.Find(key) is { } found) return found;
        }

        return null;
    }

    private void Index(ModuleRecord module)
    {
        foreach (var member in module.Members) _membersByKey.Add(member.Key, member);
        foreach (var function in module.Functions)
        {
            _membersByKey.Add(function.Key, function);
            _functionsByKey.Add(function.Key, function);
        }

        module.IsIndexed = true;
    }

    private HashSet<ModuleRecord> ListModules()
    {
        var modules = new HashSet<ModuleRecord>();
        for (var bucket = 0; bucket < RegistryData.BucketCount; bucket++)
        {
            foreach (var file in Buckets[bucket].Files)
            {
                for (var row = 0; row < file.TypeIds.Length; row++) modules.Add(file.GetModule(row));
            }
        }

        return modules;
    }
}
