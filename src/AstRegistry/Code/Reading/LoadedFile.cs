using AstRegistry.Identity;
using AstRegistry.Packing;

namespace AstRegistry.Code;

/// <summary>The decoded declarations of one source file, the ids computed from them, and the records already asked for.</summary>
internal sealed class LoadedFile
{
    private readonly ModuleRecord?[] _modules;
    private readonly MemberRecord?[] _members;
    private readonly int[] _firstOfType;
    private readonly int[] _nextOfType;
    private readonly BucketReader _reader;
    private LoadedNodes? _nodes;

    public LoadedFile(CodeRegistry registry, BucketReader reader, int bucket, int index)
    {
        var table = reader.ReadFile(index, AstRegistryDetail.Members);
        Registry = registry;
        Bucket = bucket;
        Index = index;
        Table = table;
        _reader = reader;
        (TypeKeys, TypeIds) = IdentifyTypes(registry.ProjectName, table);
        MemberIds = IdentifyMembers(registry.ProjectName, table, TypeKeys);
        _modules = new ModuleRecord?[table.Types.Count];
        _members = new MemberRecord?[table.Members.Count];
        (_firstOfType, _nextOfType) = LinkMembers(table);
    }

    public CodeRegistry Registry { get; }
    public int Bucket { get; }

    /// <summary>The position in the bucket.</summary>
    public int Index { get; }

    public FileTable Table { get; }
    public string[] TypeKeys { get; }
    public ulong[] TypeIds { get; }

    /// <summary>Of nested functions the id of the declaring node.</summary>
    public NodeId[] MemberIds { get; }

    public LoadedNodes Nodes => Volatile.Read(ref _nodes) ?? LoadNodes();

    public SourceLocation Locate(SourceSpan span) => new(Table.Path, span);

    /// <summary>The merged module that a type row is a part of.</summary>
    public ModuleRecord GetModule(int type) => Volatile.Read(ref _modules[type]) ?? ModuleParts.Merge(Registry, new RowReference(this, type));

    /// <summary>Publishes the record for a type row; the one published first stays.</summary>
    public ModuleRecord Publish(int type, ModuleRecord module) => Interlocked.CompareExchange(ref _modules[type], module, null) ?? module;

    public MemberRecord GetMember(int row) => Volatile.Read(ref _members[row]) ?? MakeMember(row);

    /// <summary>The row of the member itself for a nested function's row, at any depth.</summary>
    public int OutermostMember(int row)
    {
        while (Table.Members[row].IsNested) row--;
        return row;
    }

    /// <summary>The row of a nested function below a member that is not nested, or -1.</summary>
    public int FindNested(int member, ulong local)
    {
        for (var row = member + 1; row < MemberIds.Length && MemberIds[row].IsNode; row++)
        {
            if (MemberIds[row].Local == local) return row;
        }

        return -1;
    }

    /// <summary>The first member of a type that is not nested in a member, or -1.</summary>
    public int FirstMember(int type) => _firstOfType[type];

    /// <summary>The member of the same type behind one that is not nested, or -1.</summary>
    public int NextMember(int member) => _nextOfType[member];

    private MemberRecord MakeMember(int row)
    {
        var record = Table.Members[row].IsFunction ? new FunctionRecord(this, row) : new MemberRecord(this, row);
        return Interlocked.CompareExchange(ref _members[row], record, null) ?? record;
    }

    private LoadedNodes LoadNodes()
    {
        var loaded = new LoadedNodes(this, ReadNodes());
        return Interlocked.CompareExchange(ref _nodes, loaded, null) ?? loaded;
    }

    private NodeTable ReadNodes()
    {
        if (_reader.Detail < AstRegistryDetail.Statements) return DeclarationNodes.Of(Table);
        try
        {
            return _reader.ReadFile(Index, _reader.Detail).Nodes;
        }
        catch (PackedDataException reason)
        {
            throw Registry.Unreadable(FormattableString.Invariant($"the nodes of file {Index} in bucket {Bucket}"), reason);
        }
    }

    private static (string[] Keys, ulong[] Ids) IdentifyTypes(string project, FileTable table)
    {
        var keys = new string[table.Types.Count];
        var ids = new ulong[keys.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = CanonicalKey.OfType(table.Types, i);
            ids[i] = MemberId.OfType(project, keys[i]);
        }

        return (keys, ids);
    }

    private static NodeId[] IdentifyMembers(string project, FileTable table, string[] typeKeys)
    {
        var ids = new NodeId[table.Members.Count];
        ulong outermost = 0;
        for (var i = 0; i < ids.Length; i++)
        {
            var row = table.Members[i];
            if (row.IsNested)
            {
                ids[i] = new NodeId(outermost, LocalIds.OfNestedFunction(row));
                continue;
            }

            outermost = MemberId.OfMember(project, row.Kind, row.IsPartialDefinition, CanonicalKey.OfMember(typeKeys[row.Type], row));
            ids[i] = new NodeId(outermost);
        }

        return ids;
    }

    private static (int[] First, int[] Next) LinkMembers(FileTable table)
    {
        // A type's members do not lie together: those of its nested types stand between them.
        var first = new int[table.Types.Count];
        var next = new int[table.Members.Count];
        Array.Fill(first, -1);
        for (var row = next.Length - 1; row >= 0; row--)
        {
            var member = table.Members[row];
            if (member.IsNested) continue;
            next[row] = first[member.Type];
            first[member.Type] = row;
        }

        return (first, next);
    }
}
