using AstRegistry.Identity;
using AstRegistry.Packing;

namespace AstRegistry.Code;

/// <summary>The decoded members of one source file, the ids computed from them, and the records already asked for.</summary>
internal sealed class LoadedMembers
{
    private readonly LoadedFile _file;
    private readonly MemberRecord?[] _records;
    private readonly int[] _firstOfType;
    private readonly int[] _nextOfType;

    public LoadedMembers(LoadedFile file, FileTable table)
    {
        _file = file;
        Table = table;
        Ids = Identify(file.Registry, table, file.TypeKeys);
        _records = new MemberRecord?[table.Members.Count];
        (_firstOfType, _nextOfType) = Link(table);
    }

    /// <summary>The file's types and members.</summary>
    public FileTable Table { get; }

    /// <summary>Of nested functions the id of the declaring node.</summary>
    public NodeId[] Ids { get; }

    public MemberRecord this[int row] => Volatile.Read(ref _records[row]) ?? Make(row);

    /// <summary>The first member of a type that is not nested in a member, or -1.</summary>
    public int First(int type) => _firstOfType[type];

    /// <summary>The member of the same type behind one that is not nested, or -1.</summary>
    public int Next(int member) => _nextOfType[member];

    private MemberRecord Make(int row)
    {
        var record = Table.Members[row].IsFunction ? new FunctionRecord(_file, row) : new MemberRecord(_file, row);
        return Interlocked.CompareExchange(ref _records[row], record, null) ?? record;
    }

    private static NodeId[] Identify(CodeRegistry registry, FileTable table, string[] typeKeys)
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

            outermost = registry.IdOfMember(row, CanonicalKey.OfMember(typeKeys[row.Type], row));
            ids[i] = new NodeId(outermost);
        }

        return ids;
    }

    private static (int[] First, int[] Next) Link(FileTable table)
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
