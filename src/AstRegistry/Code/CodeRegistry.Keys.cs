using System.Diagnostics.CodeAnalysis;
using AstRegistry.Code;

namespace AstRegistry;

public sealed partial class CodeRegistry
{
    /// <summary>The module with a key: <c>Shop.Cart+Line`1</c>.</summary>
    /// <exception cref="KeyNotFoundException">There is none; the message names the key and up to three near ones.</exception>
    public ModuleRecord FindModule(string key) =>
        TryFindModule(key, out var module) ? module : throw Missing("module", key, Buckets.ModuleKeys());

    /// <summary>Finds the module with a key.</summary>
    public bool TryFindModule(string key, [NotNullWhen(true)] out ModuleRecord? module)
    {
        module = Contents.FindModule(key);
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
        module = Contents.FindModule(type);
        return module is not null;
    }

    /// <summary>The member or nested function with a key: <c>Shop.Cart.Total</c>. Of functions that share a key, the first.</summary>
    /// <exception cref="KeyNotFoundException">There is none; the message names the key and up to three near ones.</exception>
    public MemberRecord FindMember(string key) => TryFindMember(key, out var member)
        ? member
        : throw Missing("member", key, Modules.SelectMany(static module => module.Members).Select(static member => member.Key));

    /// <summary>Finds the member or nested function with a key.</summary>
    public bool TryFindMember(string key, [NotNullWhen(true)] out MemberRecord? member)
    {
        member = Contents.FindMember(key);
        return member is not null;
    }

    /// <summary>The function with a key: <c>Shop.Cart.Add(Item)</c>. Of local functions that share a key, the first.</summary>
    /// <exception cref="KeyNotFoundException">There is none; the message names the key and up to three near ones.</exception>
    public FunctionRecord FindFunction(string key) => Contents.FindFunction(key) ?? throw MissingFunction(key);

    /// <summary>Finds the function with a key.</summary>
    public bool TryFindFunction(string key, [NotNullWhen(true)] out FunctionRecord? function)
    {
        function = Contents.FindFunction(key);
        return function is not null;
    }

    private KeyNotFoundException MissingFunction(string key) => TryFindMember(key, out var member)
        ? new KeyNotFoundException($"'{key}' in the registry of '{ProjectName}' is not a function but a member of kind {member.Kind}.")
        : Missing("function", key, Functions.Select(static function => function.Key));

    private KeyNotFoundException Missing(string what, string key, IEnumerable<string> keys) =>
        new($"There is no {what} '{key}' in the registry of '{ProjectName}'.{NearKeys.Hint(key, keys)}");
}
