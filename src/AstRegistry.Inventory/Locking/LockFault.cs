using System.Globalization;

namespace AstRegistry.Locking;

/// <summary>What is wrong with a lock file, and where.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column in UTF-16 code units, from 1.</param>
/// <param name="Length">How many code units are meant; 0 where something is missing.</param>
/// <param name="Thing">The text in question, shortened.</param>
/// <param name="OtherLine">The line of the record that this one contradicts; 0 for none.</param>
internal sealed record LockFault(LockFaultKind Kind, int Line, int Column, int Length, string Thing, int OtherLine = 0)
{
    private const string Restore = "Restore the line from the last committed version of the file.";

    /// <summary>The thing, what is wrong with it, and the way out.</summary>
    public string Message => Kind switch
    {
        LockFaultKind.MalformedId => $"'{Thing}' is not an id: expected 16 lower-case hexadecimal digits, not all of them 0. {Restore}",
        LockFaultKind.UnknownKind => $"'{Thing}' is not a kind of declaration. {Restore} If a newer version of AstRegistry wrote it, update the package.",
        LockFaultKind.MissingField => $"After '{Thing}' the kind or the key is missing: expected 'id kind key'. {Restore}",
        LockFaultKind.StraySpace => $"After '{Thing}' stands a space too many: fields are separated by one, and none ends a line. Remove it.",
        LockFaultKind.MalformedKey => $"'{Thing}' cannot stand in a key: space, '%' and control characters are written as %XX, the hexadecimal digits of their UTF-8 bytes. {Restore}",
        LockFaultKind.UnknownAttribute => $"'{Thing}' is not an attribute: expected 'was=', 'salt=', 'tfm=' or 'retired'. {Restore} If a newer version of AstRegistry wrote it, update the package.",
        LockFaultKind.DuplicateAttribute => $"'{Thing}' repeats an attribute of the line. Remove one of them.",
        LockFaultKind.MisorderedAttribute => $"'{Thing}' stands too late: the order is 'was=', 'salt=', 'tfm=', 'retired'. Move it forward.",
        LockFaultKind.MalformedSalt => $"'{Thing}' is not a salt: expected a number from 1 without leading zeros. {Restore}",
        LockFaultKind.MalformedTargets => $"'{Thing}' is not a list of target frameworks: expected names separated by ';'. Correct it, or remove the attribute and run 'astregistry lock --update'.",
        LockFaultKind.TruncatedLine => $"The file ends within this line, at '{Thing}'. Restore the file from version control; if the line is whole, end it with a line break.",
        LockFaultKind.IdWithTwoKeys => $"Id {Thing} names something else on line {Other}. Keep the line of the declaration that had the id first, remove the other one, and run 'astregistry lock --update', which gives that declaration an id of its own.",
        LockFaultKind.KeyWithTwoIds => $"'{Thing}' has another id on line {Other}. Keep the line with the id that is to stay, and put ' retired' at the end of the other one.",
        LockFaultKind.RetiredAndLive => $"Id {Thing} is retired on one of the lines {Other} and {Number(Line)}, and live on the other. Remove the retired one if the declaration still exists, else the live one.",
        LockFaultKind.ContradictoryRecords => $"Id {Thing} has other attributes on line {Other}. Keep the line of the last committed version of the file, and remove the other one.",
        LockFaultKind.ConflictMarker => $"'{Thing}' was left by a merge. Run 'astregistry lock --resolve', which merges record by record.",
        _ => throw new InvalidOperationException($"{Kind} has no message."),
    };

    private string Other => Number(OtherLine);

    private static string Number(int line) => line.ToString(CultureInfo.InvariantCulture);
}
