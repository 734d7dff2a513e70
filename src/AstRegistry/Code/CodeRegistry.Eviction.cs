using System.Collections.Concurrent;
using AstRegistry.Code;

namespace AstRegistry;

public sealed partial class CodeRegistry
{
    /// <summary>Types that generated code cannot name, by the keys of their modules: nobody could compute them again.</summary>
    private readonly ConcurrentDictionary<string, Type> _rememberedTypes = new(StringComparer.Ordinal);

    /// <summary>
    /// Lets go of everything that was decoded; what is asked for next is decoded again, into records that are equal but not the same. Records
    /// that were handed out stay valid.
    /// </summary>
    internal void Evict() => Volatile.Write(ref _contents, new RegistryContents(this, _data));

    /// <summary>Remembers the type that a look-up came from.</summary>
    internal void Remember(ModuleRecord module, Type type)
    {
        if (module.RuntimeType is null) _rememberedTypes.TryAdd(module.Key, type);
    }

    /// <summary>The type that a look-up came from, or null.</summary>
    internal Type? FindRememberedType(string key) => _rememberedTypes.GetValueOrDefault(key);
}
