using System.Runtime.CompilerServices;
using AstRegistry.Code;

namespace AstRegistry;

public sealed partial class CodeSnapshot
{
    private TypeTable _types = new();

    /// <summary>The id of the class that a run-time type was compiled from, of a constructed generic type that of its definition.</summary>
    /// <remarks>The first call for a type looks it up by name; the following ones are about as fast as reading a static field.</remarks>
    /// <exception cref="KeyNotFoundException">The type is not declared in the sources of a project of the database.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ClassId ClassIdOf<T>() => _types.TryFind<T>(out var id) ? id : AddTypeArgument<T>();

    /// <summary>The id of the class that a run-time type was compiled from, of a constructed generic type that of its definition.</summary>
    /// <exception cref="KeyNotFoundException">
    /// The type is not declared in the sources of a project of the database. A class of the framework or of a reference belongs to each
    /// project that uses it: ask <see cref="CodeProject.ClassIdOf(Type)"/>.
    /// </exception>
    public ClassId ClassIdOf(Type type) => TryGetClassId(type, out var id) ? id : throw MissingType(type);

    /// <summary>Finds the id of the class that a run-time type was compiled from.</summary>
    public bool TryGetClassId(Type type, out ClassId id)
    {
        ArgumentNullException.ThrowIfNull(type);
        return _types.TryFind(type, out id) || TryAddType(type, out id);
    }

    private bool TryAddType(Type type, out ClassId id)
    {
        id = default;
        var definition = type.IsConstructedGenericType ? type.GetGenericTypeDefinition() : type;
        if (definition.Assembly.GetName().Name is not { Length: > 0 } project || MetadataNames.KeyOf(definition) is not { Length: > 0 } name) return false;
        if (!TryGetClassId(ClassKey.Source(project, name), out id)) return false;

        // A type that can be unloaded must not be kept alive from here.
        if (!type.IsCollectible) _types.Add(type, id);
        return true;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private ClassId AddTypeArgument<T>()
    {
        var type = typeof(T);
        var id = ClassIdOf(type);
        _types.Add<T>(id);
        return id;
    }

    private KeyNotFoundException MissingType(Type type)
    {
        var assembly = type.Assembly.GetName().Name;
        return TryGetProject(assembly ?? "", out _)
            ? new KeyNotFoundException($"The type '{type}' is not declared in the sources of '{assembly}', as far as its registry tells.")
            : new KeyNotFoundException(
                $"The type '{type}' is of assembly '{assembly}', which is no project of the database. A class of the framework or of a reference belongs to the projects that use it: ask one of them, Project(name).ClassIdOf(type).");
    }
}
