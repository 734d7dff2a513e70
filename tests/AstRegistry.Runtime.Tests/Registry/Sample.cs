namespace AstRegistry.Runtime.Tests.Registry;

/// <summary>Entries and change sets in few letters.</summary>
internal static class Sample
{
    public static RegistryEntry Entry(string id, long data = 0, string kind = "function") => new(EntryId.Parse(id, "shop"), kind, default, data);

    public static ChangeSet Create(params string[] ids) => new(ids.Select(static id => RegistryOperation.Create(Entry(id))));

    public static ChangeSet Update(string id, long data) => new(RegistryOperation.Update(Entry(id, data)));

    public static ChangeSet Delete(string id) => new(RegistryOperation.Delete(EntryId.Parse(id, "shop")));

    /// <summary>Ids and data in order of the ids: equal texts mean equal content.</summary>
    public static string Text(RegistrySnapshot snapshot) =>
        string.Join(' ', snapshot.Entries.OrderBy(static entry => entry.Id).Select(static entry => $"{entry.Id.Name}={entry.Data}"));

    public static string Text(ChangeSet changes) => string.Join(", ", changes);

    public static async Task<CommitOutcome.Committed> Done(Task<CommitOutcome> commit) => Assert.IsType<CommitOutcome.Committed>(await commit);
}
