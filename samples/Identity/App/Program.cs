using Warehouse.App;

// Every registry that this program reaches: its own and those of the projects it refers to.
var report = new IdentityReport(AppRegistry.WithReferences, Console.Out);
report.WriteProjects();
report.WriteOneNameInTwoProjects();
report.WriteKeysThatWereStored();
report.WriteWhatWasRenamed();
report.WriteReferencesOfAStore();
