using AstRegistry.Identity;
using AstRegistry.Packing;

namespace AstRegistry.Code;

/// <summary>
/// One source file: its types are decoded with the bucket, its members and nodes when they are first asked for, because a look-up of a
/// type has to read the types of all files in the bucket but the members of one.
/// </summary>
internal sealed class LoadedFile
{
    private readonly ModuleRecord?[] _modules;
    private readonly BucketReader _reader;
    private readonly string _path;
    private readonly int _firstType;
    private LoadedMembers? _members;
    private LoadedNodes? _nodes;

    public LoadedFile(BucketStore store, BucketReader reader, int bucket, int index, int firstType)
    {
        var table = reader.ReadFile(index, AstRegistryDetail.Types);
        Store = store;
        Bucket = bucket;
        Index = index;
        Types = table.Types;
        _path = table.Path;
        _reader = reader;
        _firstType = firstType;
        (TypeKeys, TypeIds) = IdentifyTypes(Registry, Types);
        _modules = new ModuleRecord?[Types.Count];
    }

    /// <summary>Where the file was decoded; its records reach other files through it, so that all come from one decoding.</summary>
    public BucketStore Store { get; }

    public CodeRegistry Registry => Store.Registry;
    public int Bucket { get; }

    /// <summary>The position in the bucket.</summary>
    public int Index { get; }

    public List<TypeRow> Types { get; }
    public string[] TypeKeys { get; }
    public ulong[] TypeIds { get; }

    /// <summary>Types and members; asks for the members to be decoded.</summary>
    public FileTable Table => Members.Table;

    /// <summary>Of nested functions the id of the declaring node.</summary>
    public NodeId[] MemberIds => Members.Ids;

    public LoadedNodes Nodes => Volatile.Read(ref _nodes) ?? LoadNodes();

    private LoadedMembers Members => Volatile.Read(ref _members) ?? LoadMembers();

    public SourceLocation Locate(SourceSpan span) => new(_path, span);

    /// <summary>The merged module that a type row is a part of.</summary>
    public ModuleRecord GetModule(int type) => Volatile.Read(ref _modules[type]) ?? ModuleParts.Merge(Registry, new RowReference(this, type));

    /// <summary>Publishes the record for a type row; the one published first stays.</summary>
    public ModuleRecord Publish(int type, ModuleRecord module) => Interlocked.CompareExchange(ref _modules[type], module, null) ?? module;

    /// <summary>The run-time type of a type row, or null where generated code cannot name it.</summary>
    public Type? GetRuntimeType(int type) => Store.GetRuntimeType(Bucket, _firstType + type);

    public MemberRecord GetMember(int row) => Members[row];

    /// <summary>The row of the member itself for a nested function's row, at any depth.</summary>
    public int OutermostMember(int row)
    {
        while (Table.Members[row].IsNested) row--;
        return row;
    }

    /// <summary>The row of a nested function below a member that is not nested, or -1.</summary>
    public int FindNested(int member, ulong local)
    {
        var ids = MemberIds;
        for (var row = member + 1; row < ids.Length && ids[row].IsNode; row++)
        {
            if (ids[row].Local == local) return row;
        }

        return -1;
    }

    /// <summary>The first member of a type that is not nested in a member, or -1.</summary>
    public int FirstMember(int type) => Members.First(type);

    /// <summary>The member of the same type behind one that is not nested, or -1.</summary>
    public int NextMember(int member) => Members.Next(member);

    private LoadedMembers LoadMembers()
    {
        var loaded = new LoadedMembers(this, Read(AstRegistryDetail.Members));
        return Interlocked.CompareExchange(ref _members, loaded, null) ?? loaded;
    }

    private LoadedNodes LoadNodes()
    {
        var nodes = _reader.Detail < AstRegistryDetail.Statements ? DeclarationNodes.Of(Table) : Read(_reader.Detail).Nodes;
        var loaded = new LoadedNodes(this, nodes);
        return Interlocked.CompareExchange(ref _nodes, loaded, null) ?? loaded;
    }

    private FileTable Read(AstRegistryDetail detail)
    {
        try
        {
            return _reader.ReadFile(Index, detail);
        }
        catch (PackedDataException reason)
        {
            throw Registry.Unreadable(FormattableString.Invariant($"file {Index} in bucket {Bucket}"), reason);
        }
    }

    private static (string[] Keys, ulong[] Ids) IdentifyTypes(CodeRegistry registry, List<TypeRow> types)
    {
        var keys = new string[types.Count];
        var ids = new ulong[keys.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = CanonicalKey.OfType(types, i);
            ids[i] = registry.IdOfType(keys[i]);
        }

        return (keys, ids);
    }
}
