using AstRegistry.Identity;
using AstRegistry.Locking;

namespace AstRegistry.Renames;

/// <summary>The steps of the cascade that find renamed types.</summary>
internal sealed class TypeRenames
{
    private const int TokensThatTell = 12;
    private const int MembersThatTellInContainer = 2;
    private const int MembersThatTell = 3;

    private readonly IReadOnlyList<DeclaredType> _before;
    private readonly IReadOnlyList<DeclaredType> _after;
    private readonly MemberSets _membersBefore;
    private readonly MemberSets _membersAfter;
    private readonly List<(int Old, Rename Rename)> _found = [];

    private TypeRenames(ProjectDeclarations before, ProjectDeclarations after)
    {
        _before = before.Types;
        _after = after.Types;
        Types = new Correspondence([.. _before.Select(static t => t.Key)], [.. _after.Select(static t => t.Key)]);
        _membersBefore = new MemberSets(before, Types.Gone);
        _membersAfter = new MemberSets(after, Types.Came);
    }

    /// <summary>Which type lives on as which.</summary>
    public Correspondence Types { get; }

    /// <summary>How signatures read now.</summary>
    public TypeNames Names { get; } = new();

    /// <summary>What was found, in the order of the old keys.</summary>
    public IEnumerable<Rename> Found => _found.OrderBy(static f => f.Old).Select(static f => f.Rename);

    /// <summary>Runs the steps.</summary>
    public static TypeRenames Find(ProjectDeclarations before, ProjectDeclarations after)
    {
        var renames = new TypeRenames(before, after);
        renames.ByTokens();
        renames.Follow();
        renames.ByMembersInContainer();
        renames.Follow();
        renames.ByMembersAnywhere();
        renames.Follow();
        renames.ByName();
        renames.Follow();
        return renames;
    }

    private void ByTokens()
    {
        foreach (var (old, @new) in Types.UniquePairs(i => Key(_before[i]), i => Key(_after[i])))
        {
            Add(old, @new, RenameStep.TypeTokens, FormattableString.Invariant($"equal tokens, {_before[old].TokenCount}"));
        }

        static (ModuleKind, ulong)? Key(DeclaredType type) => type.TokenCount >= TokensThatTell ? (type.Kind, type.Digest) : null;
    }

    /// <summary>From the outside in, because it takes a container to know that it is the same.</summary>
    private void ByMembersInContainer()
    {
        var depths = Depths(_before);
        var depthsAfter = Depths(_after);
        foreach (var depth in Types.Gone.Select(i => depths[i]).Distinct().OrderBy(static d => d).ToArray())
        {
            var pairs = Types.UniquePairs(
                i => depths[i] == depth && ContainerNow(_before[i]) is { } container ? Key(container, _before[i], _membersBefore, i) : null,
                i => depthsAfter[i] == depth ? Key((_after[i].Container, _after[i].Namespace), _after[i], _membersAfter, i) : null);
            foreach (var (old, @new) in pairs)
            {
                Add(old, @new, RenameStep.TypeMembersInContainer, FormattableString.Invariant($"same {_membersBefore.Count(old)} members in the same container"));
            }
        }

        static (int, string, ModuleKind, ulong)? Key((int Type, string Namespace) container, DeclaredType type, MemberSets members, int i) =>
            members.Count(i) >= MembersThatTellInContainer ? (container.Type, container.Namespace, type.Kind, members.Digest(i)) : null;
    }

    private void ByMembersAnywhere()
    {
        foreach (var (old, @new) in Types.UniquePairs(i => Key(_before[i], _membersBefore, i), i => Key(_after[i], _membersAfter, i)))
        {
            Add(old, @new, RenameStep.TypeMembersAnywhere, FormattableString.Invariant($"same {_membersBefore.Count(old)} members"));
        }

        static (ModuleKind, ulong)? Key(DeclaredType type, MemberSets members, int i) =>
            members.Count(i) >= MembersThatTell ? (type.Kind, members.Digest(i)) : null;
    }

    private void ByName()
    {
        foreach (var (old, @new) in Types.UniquePairs(i => Key(_before[i]), i => Key(_after[i])))
        {
            var common = _membersBefore.Common(old, _membersAfter, @new);
            var all = Math.Max(_membersBefore.Count(old), _membersAfter.Count(@new));
            if (common * 2 >= all) Add(old, @new, RenameStep.TypeName, FormattableString.Invariant($"same name, {common} of {all} members"));
        }

        static (string, int, ModuleKind)? Key(DeclaredType type) => (type.Name, type.Arity, type.Kind);
    }

    /// <summary>What is nested goes with its container, and an extension block with the type that it extends.</summary>
    private void Follow()
    {
        foreach (var old in Types.Gone)
        {
            if (Types.NewOf(_before[old].Container) is not (>= 0 and var container)) continue;
            var own = _before[old].OwnPart(_before);
            if (_before[old].Kind == ModuleKind.Extension) own = Names.Rename(own);
            var key = new LockKey(KindTag.Type, DeclaredType.KeyPrefix(_after[container], "") + own);
            if (Types.CameByKey.TryGetValue(key, out var @new) && !Types.IsTaken(@new)) Add(old, @new, RenameStep.Follows, "with its container");
        }
    }

    private void Add(int old, int @new, RenameStep step, string evidence)
    {
        Types.Pair(old, @new);
        Names.Add(_before[old].Name, _after[@new].Name);
        _found.Add((old, new Rename(_before[old].Key, _after[@new].Key, step) { Evidence = evidence }));
    }

    /// <summary>The container as it is now; a namespace is its name. Null where the container is gone.</summary>
    private (int Type, string Namespace)? ContainerNow(DeclaredType type)
    {
        if (type.Container < 0) return (-1, type.Namespace);
        var container = Types.NewOf(type.Container);
        return container < 0 ? null : (container, _after[container].Namespace);
    }

    private static int[] Depths(IReadOnlyList<DeclaredType> types)
    {
        var depths = new int[types.Count];
        for (var i = 0; i < depths.Length; i++) depths[i] = types[i].Container < 0 ? 0 : depths[types[i].Container] + 1;
        return depths;
    }
}
