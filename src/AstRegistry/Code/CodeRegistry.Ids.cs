using System.Diagnostics.CodeAnalysis;
using AstRegistry.Code;
using AstRegistry.Identity;
using AstRegistry.Packing;

namespace AstRegistry;

public sealed partial class CodeRegistry
{
    private readonly RegistryData _data;
    private IdOverrides? _overrides;

    private IdOverrides Overrides => Volatile.Read(ref _overrides) ?? ReadOverrides();

    /// <summary>The module with an id.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public ModuleRecord GetModule(NodeId id) => TryGetModule(id, out var module) ? module : throw Missing("module", id);

    /// <summary>Finds the module with an id.</summary>
    public bool TryGetModule(NodeId id, [NotNullWhen(true)] out ModuleRecord? module)
    {
        var matches = Buckets.TypesWith(id.Member);
        module = !id.IsNode && matches.Next(out var match) ? match.File.GetModule(match.Row) : null;
        return module is not null;
    }

    /// <summary>The member with an id, or the nested function that the node with the id declares.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public MemberRecord GetMember(NodeId id) => TryGetMember(id, out var member) ? member : throw Missing("member", id);

    /// <summary>Finds the member with an id, or the nested function that the node with the id declares.</summary>
    public bool TryGetMember(NodeId id, [NotNullWhen(true)] out MemberRecord? member)
    {
        var matches = Buckets.MembersWith(id.Member);
        while (matches.Next(out var match))
        {
            var row = id.IsNode ? match.File.FindNested(match.Row, id.Local) : match.Row;
            if (row < 0) continue;
            member = match.File.GetMember(row);
            return true;
        }

        member = null;
        return false;
    }

    /// <summary>The function with an id.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public FunctionRecord GetFunction(NodeId id) => TryGetFunction(id, out var function) ? function : throw Missing("function", id);

    /// <summary>Finds the function with an id.</summary>
    public bool TryGetFunction(NodeId id, [NotNullWhen(true)] out FunctionRecord? function)
    {
        function = TryGetMember(id, out var member) ? member as FunctionRecord : null;
        return function is not null;
    }

    /// <summary>The node with an id; with a member's id, the node that declares the member.</summary>
    /// <exception cref="KeyNotFoundException">There is none, as for every type, and for statements when <see cref="Detail"/> does not record them.</exception>
    public NodeRecord GetNode(NodeId id) => TryGetNode(id, out var node) ? node : throw Missing("node", id);

    /// <summary>Finds the node with an id; with a member's id, the node that declares the member.</summary>
    public bool TryGetNode(NodeId id, out NodeRecord node)
    {
        var matches = Buckets.MembersWith(id.Member);
        while (matches.Next(out var match))
        {
            var nodes = match.File.Nodes;
            node = new NodeRecord(nodes, nodes.Find(match.Row, id.Local));
            if (!node.IsNone) return true;
        }

        node = default;
        return false;
    }

    /// <summary>The id of the type with a key, whether there is one or not.</summary>
    internal ulong IdOfType(string key) => Overrides.IdOf(MemberHash.OfType(ProjectName, key));

    /// <summary>The id of a member that is not nested.</summary>
    internal ulong IdOfMember(MemberRow row, string key) =>
        Overrides.IdOf(MemberHash.OfMember(ProjectName, row.Kind, row.IsPartialDefinition, key));

    private IdOverrides ReadOverrides()
    {
        try
        {
            return Interlocked.CompareExchange(ref _overrides, IdOverrides.Read(_data.IdOverrides), null) ?? _overrides;
        }
        catch (PackedDataException reason)
        {
            throw Unreadable("ids", reason);
        }
    }

    private KeyNotFoundException Missing(string what, NodeId id) =>
        new($"There is no {what} with the id '{id}' in the registry of '{ProjectName}', which records {Detail}.");
}
