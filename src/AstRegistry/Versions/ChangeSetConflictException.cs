using System.Globalization;

namespace AstRegistry;

/// <summary>A change set does not fit the entries that it was applied to, or contradicts itself. Nothing was changed.</summary>
public sealed class ChangeSetConflictException : InvalidOperationException
{
    private const int MostNamed = 10;

    /// <summary>Makes an exception without particulars.</summary>
    public ChangeSetConflictException()
    {
    }

    /// <summary>Makes an exception.</summary>
    public ChangeSetConflictException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an exception with a cause.</summary>
    public ChangeSetConflictException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    internal ChangeSetConflictException(IReadOnlyList<KeyConflict> keys)
        : base(Describe(keys)) => Keys = keys;

    internal ChangeSetConflictException(RegistryOperation operation, KeyConflictReason reason, int place)
        : base(string.Create(CultureInfo.InvariantCulture, $"Operation {place}, '{operation}', cannot follow those before it: {Explain(reason)}."))
    {
        Keys = [new(operation.Id, reason)];
        Place = place;
    }

    /// <summary>Each entry that does not fit, and why.</summary>
    public IReadOnlyList<KeyConflict> Keys { get; } = [];

    /// <summary>The place of the first operation that cannot follow those before it, counted from 0 over all change sets; null where a whole change set was tried.</summary>
    public int? Place { get; }

    private static string Describe(IReadOnlyList<KeyConflict> keys)
    {
        var named = string.Join("; ", keys.Take(MostNamed).Select(static key => $"'{key.Id}': {Explain(key.Reason)}"));
        var more = keys.Count > MostNamed ? string.Create(CultureInfo.InvariantCulture, $"; and {keys.Count - MostNamed} more") : "";
        return $"The change set does not fit the entries. {named}{more}. Read them again and make the change anew.";
    }

    private static string Explain(KeyConflictReason reason) => reason switch
    {
        KeyConflictReason.AlreadyExists => "the entry to create is there already",
        KeyConflictReason.Missing => "the entry to change is not there",
        _ => "the entry is another than the original that the operation carries",
    };
}
