using AstRegistry.Locking;

namespace AstRegistry.Renames;

/// <summary>The steps of the cascade that find renamed members without asking.</summary>
internal sealed class MemberRenames
{
    private const int TokensThatTell = 8;

    private readonly IReadOnlyList<DeclaredMember> _before;
    private readonly IReadOnlyList<DeclaredMember> _after;
    private readonly IReadOnlyList<DeclaredType> _typesAfter;
    private readonly TypeRenames _types;
    private readonly List<(int Old, Rename Rename)> _found = [];

    private MemberRenames(ProjectDeclarations before, ProjectDeclarations after, TypeRenames types)
    {
        _before = before.Members;
        _after = after.Members;
        _typesAfter = after.Types;
        _types = types;
        Members = new Correspondence([.. _before.Select(static m => m.Key)], [.. _after.Select(static m => m.Key)]);
    }

    /// <summary>Which member lives on as which.</summary>
    public Correspondence Members { get; }

    /// <summary>What was found, in the order of the old keys.</summary>
    public IEnumerable<Rename> Found => _found.OrderBy(static f => f.Old).Select(static f => f.Rename);

    /// <summary>Runs the steps.</summary>
    public static MemberRenames Find(ProjectDeclarations before, ProjectDeclarations after, TypeRenames types)
    {
        var renames = new MemberRenames(before, after, types);
        renames.FollowContainer();
        renames.FollowTypesOfSignature();
        renames.ByNameAndBody();
        renames.ByBody();
        return renames;
    }

    /// <summary>The type that declares a member, as it is now; -1 where it is gone.</summary>
    public int ContainerNow(DeclaredMember old) => _types.Types.NewOf(old.Type);

    /// <summary>Arity and parameters as they read now.</summary>
    public string SignatureNow(DeclaredMember old) => _types.Names.Rename(old.Signature);

    /// <summary>The return type as it reads now.</summary>
    public string ReturnTypeNow(DeclaredMember old) => _types.Names.Rename(old.ReturnType);

    private void FollowContainer()
    {
        foreach (var (old, @new) in Members.UniquePairs(i => KeyIn(_before[i], _before[i].LocalPart), i => _after[i].Key))
        {
            Add(old, @new, RenameStep.Follows, "with its container");
        }
    }

    private void FollowTypesOfSignature()
    {
        var pairs = Members.UniquePairs(
            i => KeyIn(_before[i], _types.Names.RenameInterface(_before[i].Name) + SignatureNow(_before[i])),
            i => _after[i].Key);
        foreach (var (old, @new) in pairs) Add(old, @new, RenameStep.Follows, "its signature names a renamed type");
    }

    private void ByNameAndBody()
    {
        var pairs = Members.UniquePairs(
            i => ContainerNow(_before[i]) is >= 0 and var container ? Key(_before[i], container) : null,
            i => Key(_after[i], _after[i].Type));
        foreach (var (old, @new) in pairs)
        {
            if (_before[old].BodyTokenCount == 0 || _before[old].BodyDigest != _after[@new].BodyDigest) continue;
            Add(old, @new, RenameStep.MemberNameAndBody, FormattableString.Invariant($"same name, equal body, {Tokens(old)}"));
        }

        static (string, int, string)? Key(DeclaredMember member, int container) => (member.Key.Kind, container, member.Name);
    }

    private void ByBody()
    {
        var (olds, news) = (NamesThatWent(), NamesThatCame());
        var pairs = Members.UniquePairs(
            i => Key(_before[i], ReturnTypeNow(_before[i]), SignatureNow(_before[i])),
            i => Key(_after[i], _after[i].ReturnType, _after[i].Signature));
        foreach (var (old, @new) in pairs)
        {
            // Where either has a counterpart of its own name, that one may be what it lives on as, and the body was handed on.
            if (news.Contains((ContainerNow(_before[old]), _before[old].Name)) || olds.Contains((_after[@new].Type, _after[@new].Name))) continue;
            Add(old, @new, RenameStep.MemberBody, FormattableString.Invariant($"equal body, {Tokens(old)}"));
        }

        static (string, ulong, string, string)? Key(DeclaredMember member, string returnType, string signature) =>
            member.BodyTokenCount >= TokensThatTell && !BelongsToItsType(member) ? (member.Key.Kind, member.BodyDigest, returnType, signature) : null;
    }

    /// <summary>Constructors and finalizers are those of their type and move to no other.</summary>
    private static bool BelongsToItsType(DeclaredMember member) => member.Kind is MemberKind.Constructor or MemberKind.StaticConstructor or MemberKind.Finalizer;

    private HashSet<(int Container, string Name)> NamesThatWent() => [.. Members.Gone.Select(i => (ContainerNow(_before[i]), _before[i].Name))];

    private HashSet<(int Container, string Name)> NamesThatCame() => [.. Members.Came.Select(i => (_after[i].Type, _after[i].Name))];

    /// <summary>The key of a member's kind and some local part in the member's container; null where that is gone.</summary>
    private LockKey? KeyIn(DeclaredMember old, string localPart) =>
        ContainerNow(old) is >= 0 and var container ? new LockKey(old.Key.Kind, _typesAfter[container].Key.Key + "." + localPart) : null;

    private string Tokens(int old) => FormattableString.Invariant($"{_before[old].BodyTokenCount} tokens");

    private void Add(int old, int @new, RenameStep step, string evidence)
    {
        Members.Pair(old, @new);
        _found.Add((old, new Rename(_before[old].Key, _after[@new].Key, step) { Evidence = evidence }));
    }
}
