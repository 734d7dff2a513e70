using System.Diagnostics.CodeAnalysis;

namespace AstRegistry;

public sealed partial class CodeDatabase
{
    /// <inheritdoc cref="CodeSnapshot.GetModule"/>
    public ModuleRecord GetModule(NodeId id) => Snapshot.GetModule(id);

    /// <inheritdoc cref="CodeSnapshot.TryGetModule(NodeId, out ModuleRecord?)"/>
    public bool TryGetModule(NodeId id, [NotNullWhen(true)] out ModuleRecord? module) => Snapshot.TryGetModule(id, out module);

    /// <inheritdoc cref="CodeSnapshot.GetMember"/>
    public MemberRecord GetMember(NodeId id) => Snapshot.GetMember(id);

    /// <inheritdoc cref="CodeSnapshot.TryGetMember"/>
    public bool TryGetMember(NodeId id, [NotNullWhen(true)] out MemberRecord? member) => Snapshot.TryGetMember(id, out member);

    /// <inheritdoc cref="CodeSnapshot.GetFunction"/>
    public FunctionRecord GetFunction(NodeId id) => Snapshot.GetFunction(id);

    /// <inheritdoc cref="CodeSnapshot.TryGetFunction"/>
    public bool TryGetFunction(NodeId id, [NotNullWhen(true)] out FunctionRecord? function) => Snapshot.TryGetFunction(id, out function);

    /// <inheritdoc cref="CodeSnapshot.GetNode"/>
    public NodeRecord GetNode(NodeId id) => Snapshot.GetNode(id);

    /// <inheritdoc cref="CodeSnapshot.TryGetNode"/>
    public bool TryGetNode(NodeId id, out NodeRecord node) => Snapshot.TryGetNode(id, out node);
}
