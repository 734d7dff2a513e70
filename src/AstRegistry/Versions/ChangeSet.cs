using System.Collections;
using System.Diagnostics;

namespace AstRegistry;

/// <summary>Operations in the order in which they apply. Immutable.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed partial class ChangeSet : IReadOnlyList<RegistryOperation>
{
    private readonly RegistryOperation[] _operations;

    /// <summary>Makes a change set.</summary>
    /// <exception cref="ArgumentException">There are more than <see cref="RegistryLimits.MaxOperations"/>.</exception>
    public ChangeSet(params IEnumerable<RegistryOperation> operations)
    {
        ArgumentNullException.ThrowIfNull(operations);
        _operations = [.. operations];
        if (Array.IndexOf(_operations, null) is var place and >= 0) throw new ArgumentException(FormattableString.Invariant($"Operation {place} is null."), nameof(operations));
        if (_operations.Length > RegistryLimits.MaxOperations)
        {
            throw new ArgumentException(FormattableString.Invariant($"The change set has {_operations.Length} operations; at most {RegistryLimits.MaxOperations} are allowed."), nameof(operations));
        }
    }

    private ChangeSet(RegistryOperation[] operations, bool _) => _operations = operations;

    /// <summary>A change set without operations.</summary>
    public static ChangeSet Empty { get; } = new();

    /// <summary>How many operations there are.</summary>
    public int Count => _operations.Length;

    /// <summary>An operation by its place.</summary>
    public RegistryOperation this[int index] => _operations[index];

    /// <inheritdoc/>
    public IEnumerator<RegistryOperation> GetEnumerator() => ((IEnumerable<RegistryOperation>)_operations).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Takes over an array that nobody changes any more, of any length.</summary>
    internal static ChangeSet Over(RegistryOperation[] operations) => operations.Length == 0 ? Empty : new(operations, true);

    /// <summary>How many operations of each kind there are.</summary>
    public override string ToString()
    {
        int Of(RegistryOperationKind kind) => _operations.Count(operation => operation.Kind == kind);
        return FormattableString.Invariant($"{Of(RegistryOperationKind.Create)} created, {Of(RegistryOperationKind.Update)} updated, {Of(RegistryOperationKind.Delete)} deleted");
    }
}
