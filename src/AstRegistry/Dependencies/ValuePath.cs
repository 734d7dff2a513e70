using System.Numerics;

namespace AstRegistry.Dependencies;

/// <summary>A path with wildcards to strings in the meta data or the data of an entry.</summary>
/// <remarks>
/// A value is walked once, with the set of steps that may come next, one bit each; so the cost is values times steps, however many wildcards there
/// are. The walk recurses no deeper than values are allowed to be.
/// </remarks>
internal sealed class ValuePath
{
    public const int MaxSteps = 63;

    private readonly bool _isMeta;
    private readonly PathStep[] _steps;

    private ValuePath(bool isMeta, PathStep[] steps)
    {
        _isMeta = isMeta;
        _steps = steps;
    }

    private ulong End => 1UL << _steps.Length;

    /// <summary>Reads a path.</summary>
    /// <exception cref="DependencyPatternException">It is malformed.</exception>
    public static ValuePath Parse(string text)
    {
        var parser = new ValuePathParser(text);
        return new(parser.ReadRoot(), parser.ReadSteps());
    }

    /// <summary>Adds the strings at the end of the path; one may come twice.</summary>
    public void Find(RegistryEntry entry, List<string> found) => Walk(_isMeta ? entry.Meta : entry.Data, Enter(0), found);

    private void Walk(RegistryValue value, ulong next, List<string> found)
    {
        if ((next & End) != 0) Collect(value, found);
        next &= ~End;
        if (next == 0) return;
        if (BitOperations.IsPow2(next) && _steps[BitOperations.TrailingZeroCount(next)] is { Kind: PathStepKind.Member } step)
        {
            if (value.TryGetValue(step.Name, out var member)) Walk(member, Enter(BitOperations.TrailingZeroCount(next) + 1), found);
        }
        else if (value.Kind == RegistryValueKind.Map)
        {
            var map = value.Map;
            for (var i = 0; i < map.Names.Length; i++) Walk(map.Items[i], Follow(next, map.Names[i], -1), found);
        }
        else if (value.Kind == RegistryValueKind.List)
        {
            var items = value.List.Items;
            for (var i = 0; i < items.Length; i++) Walk(items[i], Follow(next, null, i), found);
        }
    }

    private static void Collect(RegistryValue value, List<string> found)
    {
        if (value.TryGetString(out var text)) found.Add(text);
        if (value.Kind != RegistryValueKind.List) return;
        foreach (var item in value.List.Items)
        {
            if (item.TryGetString(out text)) found.Add(text);
        }
    }

    /// <summary>The steps that may come next within a member, or within an item where the name is null.</summary>
    private ulong Follow(ulong next, string? name, int index)
    {
        var result = 0UL;
        for (; next != 0; next &= next - 1)
        {
            var place = BitOperations.TrailingZeroCount(next);
            var step = _steps[place];
            result |= step.Kind switch
            {
                PathStepKind.Deep => Enter(place),
                PathStepKind.Member when step.Name == name => Enter(place + 1),
                PathStepKind.AnyMember when name is not null => Enter(place + 1),
                PathStepKind.Item when name is null && step.Index == index => Enter(place + 1),
                PathStepKind.AnyItem when name is null => Enter(place + 1),
                _ => 0,
            };
        }

        return result;
    }

    /// <summary>The step at a place; behind one that may lead nowhere, the one after it as well.</summary>
    private ulong Enter(int place)
    {
        var result = 1UL << place;
        for (; place < _steps.Length && _steps[place].Kind == PathStepKind.Deep; place++) result |= 1UL << (place + 1);
        return result;
    }
}
