using AstRegistry.Identity;
using AstRegistry.Locking;

namespace AstRegistry.Renames;

/// <summary>Gathers the declarations of files and targets: parts of one type become one, and each says in which targets it exists.</summary>
internal sealed class DeclarationMerge
{
    private readonly Dictionary<string, TypeDraft> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<LockKey, MemberDraft> _members = [];
    private readonly List<string> _targets = [];

    /// <summary>What is added from now on exists in a target. The targets come in ordinal order.</summary>
    public void BeginTarget(string target) => _targets.Add(target);

    /// <summary>Adds the declarations of a file.</summary>
    public void Add(FileDeclarations file)
    {
        foreach (var part in file.Types) Add(part);
        foreach (var part in file.Members)
        {
            // Of two with one key the first counts.
            if (!_members.TryGetValue(part.Key, out var draft)) _members.Add(part.Key, draft = new MemberDraft(part));
            Enter(draft.Targets);
        }
    }

    /// <summary>The declarations of all files and targets.</summary>
    public ProjectDeclarations ToProject(string project)
    {
        string[] types = [.. _types.Keys];
        Array.Sort(types, string.CompareOrdinal);
        LockKey[] members = [.. _members.Keys];
        Array.Sort(members);
        var (typeIndex, memberIndex) = (Index(types), Index(members));
        return new ProjectDeclarations(
            project,
            Array.ConvertAll(types, key => _types[key].ToType(typeIndex, TargetsOf(_types[key].Targets))),
            Array.ConvertAll(members, key => _members[key].ToMember(typeIndex, memberIndex, TargetsOf(_members[key].Targets))));
    }

    /// <summary>The first declaration says what a type is; its tokens are those of all declarations in the first target.</summary>
    private void Add(TypePart part)
    {
        if (!_types.TryGetValue(part.Key, out var draft)) _types.Add(part.Key, draft = new TypeDraft(part, _targets.Count));
        if (draft.FirstTarget == _targets.Count) draft.Tokens.Add(part.Tokens);
        Enter(draft.Targets);
    }

    private void Enter(List<string> targets)
    {
        var current = _targets[_targets.Count - 1];
        if (targets.Count == 0 || targets[targets.Count - 1] != current) targets.Add(current);
    }

    private string[] TargetsOf(List<string> targets) => targets.Count == _targets.Count ? [] : [.. targets];

    private static Dictionary<TKey, int> Index<TKey>(TKey[] keys)
        where TKey : notnull
    {
        var index = new Dictionary<TKey, int>(keys.Length);
        for (var i = 0; i < keys.Length; i++) index.Add(keys[i], i);
        return index;
    }

    /// <summary>A type while its declarations are gathered.</summary>
    private sealed class TypeDraft(TypePart first, int firstTarget)
    {
        public int FirstTarget { get; } = firstTarget;

        public List<TokenHash> Tokens { get; } = [];

        public List<string> Targets { get; } = [];

        public DeclaredType ToType(Dictionary<string, int> types, string[] targets)
        {
            var tokens = TokenHash.Together(Tokens);
            return new DeclaredType
            {
                Key = new LockKey(KindTag.Type, first.Key),
                Container = first.Container is null ? -1 : types[first.Container],
                Namespace = first.Row.Namespace,
                Name = first.Row.Name,
                Arity = first.Row.Arity,
                Kind = first.Row.Kind,
                TokenCount = tokens.Count,
                Digest = tokens.Digest,
                Targets = targets,
            };
        }
    }

    /// <summary>A member while the targets in which it exists are gathered.</summary>
    private sealed class MemberDraft(MemberPart part)
    {
        public List<string> Targets { get; } = [];

        public DeclaredMember ToMember(Dictionary<string, int> types, Dictionary<LockKey, int> members, string[] targets) => new()
        {
            Key = part.Key,
            Type = types[part.Type],
            Kind = part.Row.Kind,
            Name = part.Row.Name,
            Signature = part.Signature,
            ParameterCount = part.Row.Parameters.Length,
            ReturnType = part.Row.ReturnType,
            BodyTokenCount = part.Body.Count,
            BodyDigest = part.Body.Digest,
            Previous = part.Previous is { } previous ? members[previous] : -1,
            Next = part.Next is { } next ? members[next] : -1,
            Targets = targets,
        };
    }
}
