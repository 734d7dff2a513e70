namespace AstRegistry.Code;

/// <summary>The order of every list of records: by key, ordinally; of equal keys by id; of equal ids as they came.</summary>
internal static class RecordOrder
{
    public static ModuleRecord[] Sort(IEnumerable<ModuleRecord> modules) =>
        [.. modules.OrderBy(static module => module.Key, StringComparer.Ordinal).ThenBy(static module => module.Id)];

    public static TMember[] Sort<TMember>(IEnumerable<TMember> members)
        where TMember : MemberRecord =>
        [.. members.OrderBy(static member => member.Key, StringComparer.Ordinal).ThenBy(static member => member.Id)];
}
