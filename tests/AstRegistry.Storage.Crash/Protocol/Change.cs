namespace AstRegistry.Storage.Crash.Protocol;

/// <summary>An operation of an intention. The namespace of an entry says of which kind it is.</summary>
/// <param name="Kind">What it does.</param>
/// <param name="Id">The entry.</param>
/// <param name="Value">Its content afterwards; empty for a delete.</param>
internal sealed record Change(RegistryOperationKind Kind, string Id, string Value)
{
    /// <summary>Entries that concern no handler.</summary>
    public const string Quiet = "quiet";

    /// <summary>Entries that the durable handler is told of.</summary>
    public const string Watched = "watched";

    /// <summary>Entries that are judged besides.</summary>
    public const string Judged = "judged";

    /// <summary>How a value begins that the judge refuses.</summary>
    public const string Wrong = "wrong";

    public bool IsWrong => Value.StartsWith(Wrong, StringComparison.Ordinal);

    public bool IsWitnessed => !Id.StartsWith(Quiet, StringComparison.Ordinal);

    public static string KindOf(string @namespace) => @namespace == Quiet ? "quiet.item" : "crash." + @namespace;

    public static RegistryEntry EntryOf(string id, string value)
    {
        var parsed = EntryId.Parse(id);
        return new(parsed, KindOf(parsed.Namespace), data: value);
    }

    public static Change Parse(string word) => word.Split(',') is [var kind, var id, var value]
        ? new(Enum.Parse<RegistryOperationKind>(kind), id, value)
        : throw new FormatException($"No change: {word}");

    public RegistryOperation ToOperation() => Kind switch
    {
        RegistryOperationKind.Create => RegistryOperation.Create(EntryOf(Id, Value)),
        RegistryOperationKind.Update => RegistryOperation.Update(EntryOf(Id, Value)),
        _ => RegistryOperation.Delete(EntryId.Parse(Id)),
    };

    public override string ToString() => $"{Kind},{Id},{Value}";
}
