using AstRegistry.Identity;

namespace AstRegistry.Renames;

/// <summary>The members of each type by name and parameter count, which is what the steps for types compare.</summary>
internal sealed class MemberSets
{
    private readonly List<ulong>[] _sets;

    public MemberSets(ProjectDeclarations declarations)
    {
        _sets = new List<ulong>[declarations.Types.Count];
        for (var i = 0; i < _sets.Length; i++) _sets[i] = [];
        foreach (var member in declarations.Members)
        {
            _sets[member.Type].Add(StableHash.Add(StableHash.OfText(member.Name), (ulong)member.ParameterCount));
        }

        foreach (var set in _sets) set.Sort();
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
