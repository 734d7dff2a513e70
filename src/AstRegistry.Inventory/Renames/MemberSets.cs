using AstRegistry.Identity;

namespace AstRegistry.Renames;

/// <summary>The members of types by name and parameter count, which is what the steps for types compare.</summary>
internal sealed class MemberSets
{
    private readonly Dictionary<int, List<ulong>> _sets = [];

    /// <summary>Gathers the members of some types.</summary>
    public MemberSets(ProjectDeclarations declarations, IReadOnlyList<int> types)
    {
        foreach (var type in types) _sets.Add(type, []);
        if (types.Count == 0) return;
        foreach (var member in declarations.Members)
        {
            if (_sets.TryGetValue(member.Type, out var set)) set.Add(StableHash.Add(StableHash.OfText(member.Name), (ulong)member.ParameterCount));
        }

        foreach (var set in _sets.Values) set.Sort();
    }

    /// <summary>The number of members of a type.</summary>
    public int Count(int type) => _sets[type].Count;

    /// <summary>Equal for equal sets.</summary>
    public ulong Digest(int type)
    {
        var hash = StableHash.Seed;
        foreach (var member in _sets[type]) hash = StableHash.Add(hash, member);
        return StableHash.Finish(hash);
    }

    /// <summary>The number of members that two types have in common.</summary>
    public int Common(int type, MemberSets others, int other)
    {
        List<ulong> left = _sets[type], right = others._sets[other];
        var common = 0;
        for (int i = 0, j = 0; i < left.Count && j < right.Count;)
        {
            if (left[i] == right[j]) common++;
            var order = left[i].CompareTo(right[j]);
            if (order <= 0) i++;
            if (order >= 0) j++;
        }

        return common;
    }
}
