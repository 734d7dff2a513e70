using System.Diagnostics.CodeAnalysis;

namespace AstRegistry;

// Ids that may be stored lead to records whichever project they are of. A node id does not name its project, so each registry's index is
// asked in turn, in the order of the project names: a search of a few characters each, without decoding.
public sealed partial class CodeSnapshot
{
    /// <summary>The module with an id, whichever project declares it. Linear in the number of projects.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public ModuleRecord GetModule(NodeId id) => TryGetModule(id, out var module) ? module : throw Missing("module", id);

    /// <summary>Finds the module with an id, whichever project declares it.</summary>
    public bool TryGetModule(NodeId id, [NotNullWhen(true)] out ModuleRecord? module)
    {
        foreach (var project in _all)
        {
            if (project.Registry is { } registry && registry.TryGetModule(id, out module)) return true;
        }

        module = null;
        return false;
    }

    /// <summary>The member with an id, or the nested function that the node with the id declares, whichever project declares it. Linear in the number of projects.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public MemberRecord GetMember(NodeId id) => TryGetMember(id, out var member) ? member : throw Missing("member", id);

    /// <summary>Finds the member with an id, or the nested function that the node with the id declares, whichever project declares it.</summary>
    public bool TryGetMember(NodeId id, [NotNullWhen(true)] out MemberRecord? member)
    {
        foreach (var project in _all)
        {
            if (project.Registry is { } registry && registry.TryGetMember(id, out member)) return true;
        }

        member = null;
        return false;
    }

    /// <summary>The function with an id, whichever project declares it. Linear in the number of projects.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public FunctionRecord GetFunction(NodeId id) => TryGetFunction(id, out var function) ? function : throw Missing("function", id);

    /// <summary>Finds the function with an id, whichever project declares it.</summary>
    public bool TryGetFunction(NodeId id, [NotNullWhen(true)] out FunctionRecord? function)
    {
        function = TryGetMember(id, out var member) ? member as FunctionRecord : null;
        return function is not null;
    }

    /// <summary>The node with an id, whichever project it is of; with a member's id, the node that declares the member. Linear in the number of projects.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public NodeRecord GetNode(NodeId id) => TryGetNode(id, out var node) ? node : throw Missing("node", id);

    /// <summary>Finds the node with an id, whichever project it is of; with a member's id, the node that declares the member.</summary>
    public bool TryGetNode(NodeId id, out NodeRecord node)
    {
        foreach (var project in _all)
        {
            if (project.Registry is { } registry && registry.TryGetNode(id, out node)) return true;
        }

        node = default;
        return false;
    }

    private KeyNotFoundException Missing(string what, NodeId id) =>
        new($"There is no {what} with the id '{id}' in the registries of {string.Join(", ", Projects.Where(static project => project.Registry is not null).Select(static project => $"'{project.Name}'"))}.");
}
