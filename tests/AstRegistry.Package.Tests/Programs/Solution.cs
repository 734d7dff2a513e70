using AstRegistry;

// The registries of this program and of the projects it refers to, in one database.
var database = CodeDatabase.Load(App.AppRegistry.WithReferences);
foreach (var id in database.Classes)
{
    var key = database.KeyOf(id);
    Console.WriteLine($"{key} {database.ModuleOf(id).Id} {database.TypeOf(id)?.FullName} {database.ClassIdOf(key) == id}");
}

Console.WriteLine(database.KeyOf(database.ClassIdOf<Billing.Invoice>()));
Console.WriteLine(database.KeyOf(database.ClassIdOf(typeof(Contracts.Box<int>))));
Console.WriteLine(database.Project("Billing").ClassIdOf("Common.Money") == database.Project("Contracts").ClassIdOf("Common.Money"));
