using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace AstRegistry;

/// <summary>
/// The classes of many projects in one process. Gives each an id that stays through snapshots, revisions and eviction, and the way back from
/// id to key.
/// </summary>
/// <remarks>
/// <para>An id is the position of a class in the sorted union of all keys, so the same inputs give the same ids in any order and on any
/// thread. Loading takes only the number of classes of each project: no inventory is decoded before one of its keys is asked for.</para>
/// <para>Thread-safe. Readers take no lock; revisions and evictions take turns. Every member that reads answers as
/// <see cref="Snapshot"/> does; who needs several answers of one revision asks a snapshot.</para>
/// <para>Ids are of this process. What is stored is the key, and <see cref="ClassIdOf(ClassKey)"/> maps it again.</para>
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed partial class CodeDatabase
{
    private readonly object _writing = new();
    private CodeSnapshot _snapshot;

    private CodeDatabase(CodeSnapshot snapshot) => _snapshot = snapshot;

    /// <summary>The classes as of the latest revision.</summary>
    public CodeSnapshot Snapshot => Volatile.Read(ref _snapshot);

    /// <inheritdoc cref="CodeSnapshot.Count"/>
    public int Count => Snapshot.Count;

    /// <inheritdoc cref="CodeSnapshot.Projects"/>
    public IReadOnlyList<CodeProject> Projects => Snapshot.Projects;

    /// <inheritdoc cref="CodeSnapshot.Classes"/>
    public IReadOnlyList<ClassId> Classes => Snapshot.Classes;

    /// <inheritdoc cref="CodeSnapshot.Project"/>
    public CodeProject Project(string name) => Snapshot.Project(name);

    /// <inheritdoc cref="CodeSnapshot.TryGetProject"/>
    public bool TryGetProject(string name, [NotNullWhen(true)] out CodeProject? project) => Snapshot.TryGetProject(name, out project);

    /// <inheritdoc cref="CodeSnapshot.KeyOf"/>
    public ClassKey KeyOf(ClassId id) => Snapshot.KeyOf(id);

    /// <inheritdoc cref="CodeSnapshot.TryGetKey"/>
    public bool TryGetKey(ClassId id, [NotNullWhen(true)] out ClassKey? key) => Snapshot.TryGetKey(id, out key);

    /// <inheritdoc cref="CodeSnapshot.ClassIdOf(ClassKey)"/>
    public ClassId ClassIdOf(ClassKey key) => Snapshot.ClassIdOf(key);

    /// <inheritdoc cref="CodeSnapshot.TryGetClassId(ClassKey, out ClassId)"/>
    public bool TryGetClassId(ClassKey key, out ClassId id) => Snapshot.TryGetClassId(key, out id);

    /// <inheritdoc cref="CodeSnapshot.ClassIdOf(Type)"/>
    public ClassId ClassIdOf(Type type) => Snapshot.ClassIdOf(type);

    /// <inheritdoc cref="CodeSnapshot.TryGetClassId(Type, out ClassId)"/>
    public bool TryGetClassId(Type type, out ClassId id) => Snapshot.TryGetClassId(type, out id);

    /// <inheritdoc cref="CodeSnapshot.ClassIdOf{T}"/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ClassId ClassIdOf<T>() => Snapshot.ClassIdOf<T>();

    /// <inheritdoc cref="CodeSnapshot.ModuleOf"/>
    public ModuleRecord ModuleOf(ClassId id) => Snapshot.ModuleOf(id);

    /// <inheritdoc cref="CodeSnapshot.TryGetModule(ClassId, out ModuleRecord?)"/>
    public bool TryGetModule(ClassId id, [NotNullWhen(true)] out ModuleRecord? module) => Snapshot.TryGetModule(id, out module);

    /// <inheritdoc cref="CodeSnapshot.TypeOf"/>
    public Type? TypeOf(ClassId id) => Snapshot.TypeOf(id);

    /// <inheritdoc cref="CodeSnapshot.ToString"/>
    public override string ToString() => Snapshot.ToString();
}
