using System.Runtime.InteropServices;

namespace AstRegistry.Versions;

/// <summary>Gathers operations, one effect for each id.</summary>
internal sealed class Squasher
{
    private readonly Dictionary<EntryId, Effect> _effects = [];
    private int _place;

    /// <summary>Lets an operation follow those before.</summary>
    /// <exception cref="ChangeSetConflictException">It cannot.</exception>
    public void Add(RegistryOperation operation)
    {
        ref var effect = ref CollectionsMarshal.GetValueRefOrAddDefault(_effects, operation.Id, out var isKnown);
        if (!isKnown)
        {
            effect = new() { WasThere = operation.Kind != RegistryOperationKind.Create, Original = operation.Original };
        }
        else if (ChangeApplier.FaultOf(operation, effect.Now) is { } reason)
        {
            throw new ChangeSetConflictException(operation, reason, _place);
        }

        // A create stays where it was, so that what was made after it, and may need it, comes after it.
        if (effect.WasThere || operation.Kind != RegistryOperationKind.Update) effect.Place = _place;
        effect.Now = operation.Entry;
        _place++;
    }

    /// <summary>The effects as operations, in order of their places.</summary>
    public RegistryOperation[] ToOperations()
    {
        var placed = new List<(int Place, RegistryOperation Operation)>(_effects.Count);
        foreach (var (id, effect) in _effects)
        {
            if (OperationOf(id, effect) is { } operation) placed.Add((effect.Place, operation));
        }

        placed.Sort(static (left, right) => left.Place.CompareTo(right.Place));
        return [.. placed.Select(static item => item.Operation)];
    }

    private static RegistryOperation? OperationOf(EntryId id, in Effect effect) => effect switch
    {
        { WasThere: true, Now: { } entry } => RegistryOperation.Update(entry, effect.Original),
        { WasThere: true, Original: { } original } => RegistryOperation.Delete(original),
        { WasThere: true } => RegistryOperation.Delete(id),
        { Now: { } entry } => RegistryOperation.Create(entry),
        _ => null,
    };

    private struct Effect
    {
        public bool WasThere;
        public RegistryEntry? Original;
        public RegistryEntry? Now;
        public int Place;
    }
}
