namespace AstRegistry.Renames;

/// <summary>The steps of the cascade whose finds a person is to confirm.</summary>
internal sealed class RenameProposals
{
    private readonly IReadOnlyList<DeclaredMember> _before;
    private readonly IReadOnlyList<DeclaredMember> _after;
    private readonly MemberRenames _renames;
    private readonly List<(int Old, Rename Rename)> _found = [];

    private RenameProposals(ProjectDeclarations before, ProjectDeclarations after, MemberRenames renames)
    {
        _before = before.Members;
        _after = after.Members;
        _renames = renames;
    }

    /// <summary>Runs the steps, and gives what was found in the order of the old keys.</summary>
    public static IEnumerable<Rename> Find(ProjectDeclarations before, ProjectDeclarations after, MemberRenames renames)
    {
        var proposals = new RenameProposals(before, after, renames);
        proposals.ByOnlyOverload();
        proposals.ByScore();
        return proposals._found.OrderBy(static f => f.Old).Select(static f => f.Rename);
    }

    /// <summary>The kind may change: a field that became a property of its name lives on in it.</summary>
    private void ByOnlyOverload()
    {
        var overloadsBefore = Overloads(_before, _renames.Members.Gone);
        var overloadsAfter = Overloads(_after, _renames.Members.Came);
        var pairs = _renames.Members.UniquePairs(
            i => overloadsBefore[Group(_before[i], _before[i].Type)] == 1 && _renames.ContainerNow(_before[i]) is >= 0 and var container ? Key(_before[i], container) : null,
            i => overloadsAfter[Group(_after[i], _after[i].Type)] == 1 ? Key(_after[i], _after[i].Type) : null);
        foreach (var (old, @new) in pairs) Add(old, @new, RenameStep.OnlyOverload, "the only member of its name");

        static (int, string, bool)? Key(DeclaredMember member, int container) => MayBeProposed(member) ? Group(member, container) : null;
    }

    private void ByScore()
    {
        var score = new RenameScore(_before, _after, _renames);
        foreach (var (old, @new, points, next) in score.Best(_renames.Members.Gone.Where(i => MayBeProposed(_before[i])), _renames.Members.Came.Where(i => MayBeProposed(_after[i]))))
        {
            Add(old, @new, RenameStep.Score, FormattableString.Invariant($"score {points}, next best {next}"));
        }
    }

    /// <summary>How many members of its name each of some members has in its type, itself included.</summary>
    private static Dictionary<(int, string, bool), int> Overloads(IReadOnlyList<DeclaredMember> members, IReadOnlyList<int> some)
    {
        var overloads = new Dictionary<(int, string, bool), int>();
        var types = new HashSet<int>(some.Select(i => members[i].Type));
        foreach (var i in some) overloads[Group(members[i], members[i].Type)] = 0;
        foreach (var member in members)
        {
            if (types.Contains(member.Type) && overloads.TryGetValue(Group(member, member.Type), out var count)) overloads[Group(member, member.Type)] = count + 1;
        }

        return overloads;
    }

    /// <summary>The two halves of a partial member are no overloads of each other.</summary>
    private static (int Container, string Name, bool IsDefinition) Group(DeclaredMember member, int container) => (container, member.Name, member.IsPartialDefinition);

    private static bool MayBeProposed(DeclaredMember member) => member.Kind is not (MemberKind.Constructor or MemberKind.StaticConstructor
        or MemberKind.Finalizer or MemberKind.Operator or MemberKind.Conversion or MemberKind.TopLevelStatements);

    private void Add(int old, int @new, RenameStep step, string evidence)
    {
        _renames.Members.Pair(old, @new);
        _found.Add((old, new Rename(_before[old].Key, _after[@new].Key, step) { Evidence = evidence }));
    }
}
