using AstRegistry.Storage.Conformance.Sqlite;
using AstRegistry.Storage.Crash;
using AstRegistry.Storage.Crash.Protocol;

namespace AstRegistry.Storage.Conformance.Crashes;

/// <summary>A database file. Its anchor would refuse to open one that lacks something.</summary>
internal sealed class SqliteCrashStore(SqliteFolder folder) : CrashStore
{
    public override ChildOptions OptionsOf(int seed, CrashPoint stop, int skip, ChildFault fault) => new(ChildOptions.Sqlite, folder.Database, "", seed, stop, skip, fault);

    public override ValueTask<IRegistryHistory> OpenAsync(CancellationToken cancellationToken) => folder.OpenAsync(cancellationToken);

    public override Task SettleAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
