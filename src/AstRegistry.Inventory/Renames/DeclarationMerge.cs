using AstRegistry.Identity;
using AstRegistry.Locking;
using AstRegistry.Packing;

namespace AstRegistry.Renames;

/// <summary>Gathers the declarations of files and targets: parts of one type become one, and each says in which targets it exists.</summary>
internal sealed class DeclarationMerge
{
    private readonly Dictionary<string, TypeDraft> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<LockKey, MemberDraft> _members = [];
    private readonly List<string> _targets = [];

    /// <summary>What is added from now on exists in a target.</summary>
    public void BeginTarget(string target) => _targets.Add(target);

    /// <summary>Adds one declaration of a type; what it is told by the first, its tokens are those of all declarations in the first target.</summary>
    public void Add(string key, string? container, TypeRow row, TokenHash hash)
    {
        if (!_types.TryGetValue(key, out var draft)) _types.Add(key, draft = new TypeDraft(container, row, _targets.Count));
        if (draft.FirstTarget == _targets.Count)
        {
            draft.Digests.Add(hash.Digest);
            draft.TokenCount += hash.Count;
        }

        Enter(draft.Targets);
    }

    /// <summary>Adds a member; the first of a key counts.</summary>
    public void Add(MemberDraft draft)
    {
        if (_members.TryGetValue(draft.Key, out var first)) draft = first;
        else _members.Add(draft.Key, draft);
        Enter(draft.Targets);
    }

    /// <summary>The declarations of all files and targets.</summary>
    public ProjectDeclarations ToProject(string project)
    {
        var types = Sorted(_types.Keys, static key => key, static _ => "");
        var typeIndex = new Dictionary<string, int>(types.Length, StringComparer.Ordinal);
        for (var i = 0; i < types.Length; i++) typeIndex.Add(types[i], i);
        var members = Sorted(_members.Keys, static key => key.Key, static key => key.Kind);
        var memberIndex = new Dictionary<LockKey, int>(members.Length);
        for (var i = 0; i < members.Length; i++) memberIndex.Add(members[i], i);
        return new ProjectDeclarations(
            project,
            Array.ConvertAll(types, key => _types[key].ToType(key, typeIndex, TargetsOf(_types[key].Targets))),
            Array.ConvertAll(members, key => _members[key].ToMember(typeIndex, memberIndex, TargetsOf(_members[key].Targets))));
    }

    private void Enter(List<string> targets)
    {
        var current = _targets[_targets.Count - 1];
        if (targets.Count == 0 || targets[targets.Count - 1] != current) targets.Add(current);
    }

    private string[] TargetsOf(List<string> targets) => targets.Count == _targets.Count ? [] : [.. targets];

    private static TKey[] Sorted<TKey>(ICollection<TKey> keys, Func<TKey, string> first, Func<TKey, string> second)
    {
        TKey[] sorted = [.. keys];
        Array.Sort(sorted, (left, right) =>
        {
            var order = string.CompareOrdinal(first(left), first(right));
            return order != 0 ? order : string.CompareOrdinal(second(left), second(right));
        });
        return sorted;
    }

    /// <summary>A type while its declarations are gathered.</summary>
    private sealed class TypeDraft(string? container, TypeRow row, int firstTarget)
    {
        public int FirstTarget { get; } = firstTarget;

        public List<ulong> Digests { get; } = [];

        public int TokenCount { get; set; }

        public List<string> Targets { get; } = [];

        public DeclaredType ToType(string key, Dictionary<string, int> types, string[] targets) => new()
        {
            Key = new LockKey(KindTag.Type, key),
            Container = container is null ? -1 : types[container],
            Namespace = row.Namespace,
            Name = row.Name,
            Arity = row.Arity,
            Kind = row.Kind,
            TokenCount = TokenCount,
            Digest = Together(),
            Targets = targets,
        };

        /// <summary>One digest of all declarations, whatever files they stand in.</summary>
        private ulong Together()
        {
            if (Digests.Count == 1) return Digests[0];
            Digests.Sort();
            var hash = new TokenHash();
            foreach (var digest in Digests) hash.Add(digest, 0);
            return hash.Digest;
        }
    }
}
