using System.Text.Json;
using AstRegistry;

namespace Warehouse.App;

/// <summary>Prints the identities of classes and functions across two projects.</summary>
internal sealed class IdentityReport(IEnumerable<CodeRegistry> registries, TextWriter output)
{
    private readonly CodeDatabase _database = CodeDatabase.Load(registries);

    /// <summary>The classes of each project: the id that may be stored, and the key.</summary>
    public void WriteProjects()
    {
        Heading($"Two projects, {_database.Count} classes");
        foreach (CodeProject project in _database.Projects)
        {
            output.WriteLine($"  {project}");
            foreach (ClassId id in project.Classes) output.WriteLine($"    {_database.ModuleOf(id).Id}  {_database.KeyOf(id)}");
        }
    }

    /// <summary>Both projects have a <c>Warehouse.Journal</c>; ids and keys keep them apart.</summary>
    public void WriteOneNameInTwoProjects()
    {
        Heading("One name, two classes");
        ClassId own = _database.ClassIdOf<Journal>();
        ClassId other = _database.Project("Warehouse.Core").ClassIdOf("Warehouse.Journal");
        output.WriteLine($"  {_database.KeyOf(own)} and {_database.KeyOf(other)}: {(own == other ? "the same" : "two")}");
        output.WriteLine($"  run-time types: {_database.TypeOf(own)?.Assembly.GetName().Name} and {_database.TypeOf(other)?.Assembly.GetName().Name}");
    }

    /// <summary>A class id is of this process alone. What is stored is the key, and it leads to the id again.</summary>
    public void WriteKeysThatWereStored()
    {
        Heading("Stored and read back");
        ClassKey[] keys = [.. _database.Classes.Select(_database.KeyOf)];
        string stored = JsonSerializer.Serialize(keys, KeysContext.Default.ClassKeyArray);
        ClassKey[] read = JsonSerializer.Deserialize(stored, KeysContext.Default.ClassKeyArray)!;
        CodeDatabase reloaded = CodeDatabase.Load(_database.Projects.Select(static project => project.Registry!).Reverse());
        int same = read.Count(key => reloaded.ClassIdOf(key) == _database.ClassIdOf(key));
        output.WriteLine($"  {stored[..60]}…");
        output.WriteLine($"  {same} of {keys.Length} keys lead to the same ids in a database that was loaded in another order");
    }

    /// <summary>The ids were noted before <c>Shelf</c> became <c>Rack</c> and <c>Receive</c> became <c>Accept</c>; the lock file keeps them.</summary>
    public void WriteWhatWasRenamed()
    {
        Heading("Renamed since");
        foreach (var (noted, name) in OldNotes.Ids)
        {
            var id = NodeId.Parse(noted);
            string now = _database.TryGetModule(id, out var module) ? module.Key : _database.GetMember(id).Key;
            output.WriteLine($"  {noted}  was {name}, is {now}");
        }
    }

    /// <summary>
    /// Within a store a class is a slot. The compiler keeps its id inside the session; what nodes of the store hold is a reference, which is
    /// checked at each use.
    /// </summary>
    public void WriteReferencesOfAStore()
    {
        Heading("In a store");
        using var store = new TypeStore<IdentityReport>(_database);
        LocalClassRef<IdentityReport> kept = Keep(store);
        output.WriteLine($"  kept: {store.KeyOf(kept)}");
        store.Clear();
        try
        {
            store.KeyOf(kept);
        }
        catch (StaleIdException stale)
        {
            output.WriteLine($"  after clearing the store: {stale.Message}");
        }
    }

    private static LocalClassRef<IdentityReport> Keep(TypeStore<IdentityReport> store)
    {
        using var session = store.OpenSession();
        LocalClassId id = session.Intern<Rack>();
        return session.RefOf(id);   // To return the id itself is an error: CS8352.
    }

    private void Heading(string text) => output.WriteLine($"{Environment.NewLine}{text}{Environment.NewLine}{new string('-', text.Length)}");
}
