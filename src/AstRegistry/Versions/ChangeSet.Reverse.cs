namespace AstRegistry;

public sealed partial class ChangeSet
{
    /// <summary>Whether every operation knows enough to be undone.</summary>
    public bool IsReversible => Array.TrueForAll(_operations, static operation => operation.IsReversible);

    /// <summary>The operations that undo these: each reversed, the last one first.</summary>
    /// <exception cref="IrreversibleChangeException">An operation does not know the entry as it was before; the message names it and its place.</exception>
    public ChangeSet Reverse()
    {
        var reversed = new RegistryOperation[Count];
        for (var i = 0; i < Count; i++)
        {
            if (!_operations[i].IsReversible) throw new IrreversibleChangeException(_operations[i], i);
            reversed[Count - 1 - i] = _operations[i].Reverse();
        }

        return Over(reversed);
    }
}
