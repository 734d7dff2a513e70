using System.Diagnostics.CodeAnalysis;

namespace AstRegistry.Finding;

/// <summary>Goes through the entries that a query finds, in the order of their slots. For one thread.</summary>
internal sealed class Search : IDisposable
{
    private readonly IndexView _view;
    private readonly FinderQuery _query;
    private readonly WorkBudget _budget;
    private readonly bool _isScan;
    private readonly int _known;
    private readonly int[] _changed;
    private readonly SlotBuffer? _slots;
    private int _nextSlot;
    private int _nextChanged;

    public Search(IndexView view, FinderQuery query, WorkBudget budget)
    {
        _view = view;
        _query = query;
        _budget = budget;
        var access = Planner.Choose(view, query);
        _isScan = access.Kind == FinderAccess.Scan;
        _changed = access.IsIndexed ? view.Changed : [];

        // An index knows texts: whether a value is of the asked kind is still to be seen.
        _known = access.Term >= 0 && query.TermSpan[access.Term].Operator != FinderOperator.Same ? access.Term : -1;
        if (_isScan) return;
        _slots = new();
        try
        {
            Candidates.Gather(view, query, access, _slots, budget);
        }
        catch
        {
            _slots.Dispose();
            throw;
        }
    }

    /// <summary>At most how many entries are left.</summary>
    public int MaxCount => _isScan ? _view.Table.Count : _slots!.Count - _nextSlot + _changed.Length - _nextChanged;

    public bool TryNext([NotNullWhen(true)] out RegistryEntry? entry) => _isScan ? TryScan(out entry) : TryCandidates(out entry);

    public void Dispose() => _slots?.Dispose();

    private bool TryScan([NotNullWhen(true)] out RegistryEntry? entry)
    {
        while (_nextSlot < _view.Table.SlotCount)
        {
            _budget.Spend(1);
            if (_view.Table.TryGetSlot(_nextSlot++, out _, out entry) && _query.Matches(entry, _budget)) return true;
        }

        entry = null;
        return false;
    }

    /// <summary>Candidates and changed slots, merged. A candidate that changed is one of the changed slots.</summary>
    private bool TryCandidates([NotNullWhen(true)] out RegistryEntry? entry)
    {
        var slots = _slots!.Slots;
        while (true)
        {
            _budget.Spend(1);
            var candidate = _nextSlot < slots.Length ? slots[_nextSlot] : int.MaxValue;
            var changed = _nextChanged < _changed.Length ? _changed[_nextChanged] : int.MaxValue;
            if (candidate == int.MaxValue && changed == int.MaxValue) break;
            if (candidate <= changed) _nextSlot++;
            if (changed <= candidate) _nextChanged++;
            var known = candidate < changed ? _known : -1;
            if (_view.Table.TryGetSlot(Math.Min(candidate, changed), out _, out entry) && _query.Matches(entry, _budget, known)) return true;
        }

        entry = null;
        return false;
    }
}
