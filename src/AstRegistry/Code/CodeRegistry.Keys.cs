using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using AstRegistry.Code;

namespace AstRegistry;

public sealed partial class CodeRegistry
{
    private readonly KeyTable<ModuleRecord> _modulesByKey = new();
    private readonly KeyTable<MemberRecord> _membersByKey = new();

    // Functions have a table of their own, because telling whether a member is one would fetch its record from memory.
    private readonly KeyTable<FunctionRecord> _functionsByKey = new();
    private readonly ConcurrentDictionary<Type, ModuleRecord> _modulesByType = new();

    /// <summary>The module with a key: <c>Shop.Cart+Line`1</c>.</summary>
    /// <exception cref="KeyNotFoundException">There is none; the message names the key and up to three near ones.</exception>
    public ModuleRecord FindModule(string key) =>
        TryFindModule(key, out var module) ? module : throw Missing("module", key, Buckets.ModuleKeys());

    /// <summary>Finds the module with a key.</summary>
    public bool TryFindModule(string key, [NotNullWhen(true)] out ModuleRecord? module)
    {
        module = _modulesByKey.Find(key) ?? ReadModule(key);
        return module is not null;
    }

    /// <summary>The module that declares a run-time type, of a constructed generic type that of its definition.</summary>
    /// <exception cref="KeyNotFoundException">The type is not declared in this project's sources.</exception>
    public ModuleRecord FindModule(Type type)
    {
        if (TryFindModule(type, out var module)) return module;
        throw new KeyNotFoundException($"The type '{type}' of assembly '{type.Assembly.GetName().Name}' is not declared in the sources of '{ProjectName}'.");
    }

    /// <summary>Finds the module that declares a run-time type.</summary>
    public bool TryFindModule(Type type, [NotNullWhen(true)] out ModuleRecord? module)
    {
        ArgumentNullException.ThrowIfNull(type);
        return _modulesByType.TryGetValue(type, out module) || TryReadModule(type, out module);
    }

    /// <summary>The member or nested function with a key: <c>Shop.Cart.Total</c>. Of functions that share a key, the first.</summary>
    /// <exception cref="KeyNotFoundException">There is none; the message names the key and up to three near ones.</exception>
    public MemberRecord FindMember(string key) => TryFindMember(key, out var member)
        ? member
        : throw Missing("member", key, Modules.SelectMany(static module => module.Members).Select(static member => member.Key));

    /// <summary>Finds the member or nested function with a key.</summary>
    public bool TryFindMember(string key, [NotNullWhen(true)] out MemberRecord? member)
    {
        member = _membersByKey.Find(key) ?? ReadMember(key);
        return member is not null;
    }

    /// <summary>The function with a key: <c>Shop.Cart.Add(Item)</c>. Of local functions that share a key, the first.</summary>
    /// <exception cref="KeyNotFoundException">There is none; the message names the key and up to three near ones.</exception>
    public FunctionRecord FindFunction(string key) => _functionsByKey.Find(key) ?? ReadMember(key) as FunctionRecord ?? throw MissingFunction(key);

    /// <summary>Finds the function with a key.</summary>
    public bool TryFindFunction(string key, [NotNullWhen(true)] out FunctionRecord? function)
    {
        function = _functionsByKey.Find(key) ?? ReadMember(key) as FunctionRecord;
        return function is not null;
    }

    private ModuleRecord? ReadModule(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var matches = Buckets.TypesWith(IdOfType(key));
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

    private bool TryReadModule(Type type, [NotNullWhen(true)] out ModuleRecord? module)
    {
        if (type.IsConstructedGenericType) return TryFindModule(type.GetGenericTypeDefinition(), out module);

        // A type of the same name in another assembly is another type.
        module = null;
        if (type.Assembly.GetName().Name != ProjectName || MetadataNames.KeyOf(type) is not { } key || !TryFindModule(key, out module)) return false;

        // A type that can be unloaded must not be kept alive from here.
        if (type.IsCollectible) return true;
        _modulesByType.TryAdd(type, module);
        module.Remember(type);
        return true;
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
            if (!TryFindModule(key[..dot], out var module)) continue;
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

    private KeyNotFoundException MissingFunction(string key) => TryFindMember(key, out var member)
        ? new KeyNotFoundException($"'{key}' in the registry of '{ProjectName}' is not a function but a member of kind {member.Kind}.")
        : Missing("function", key, Functions.Select(static function => function.Key));

    private KeyNotFoundException Missing(string what, string key, IEnumerable<string> keys) =>
        new($"There is no {what} '{key}' in the registry of '{ProjectName}'.{NearKeys.Hint(key, keys)}");
}
