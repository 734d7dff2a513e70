using AstRegistry.Storage.Conformance.PostgreSql;
using AstRegistry.Storage.Crash;
using AstRegistry.Storage.Crash.Protocol;

namespace AstRegistry.Storage.Conformance.Crashes;

/// <summary>A schema in a database. A session may finish what it does for a killed child, so that it is waited for.</summary>
internal sealed class PostgreSqlCrashStore(PostgreSqlServer server) : CrashStore
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    private readonly string _schema = "crash_" + Guid.NewGuid().ToString("N");

    public override ChildOptions OptionsOf(int seed, CrashPoint stop, int skip, ChildFault fault) =>
        new(ChildOptions.PostgreSql, server.ConnectionString(more: $"Application Name={_schema};Maximum Pool Size=8;"), _schema, seed, stop, skip, fault);

    public override async ValueTask<IRegistryHistory> OpenAsync(CancellationToken cancellationToken) =>
        await PostgreSqlHistory.OpenAsync(new() { ConnectionString = server.ConnectionString(more: "Pooling=true;Maximum Pool Size=8;"), Schema = _schema }, cancellationToken);

    public override async Task SettleAsync(CancellationToken cancellationToken)
    {
        while (await server.ExecuteAsync($"SELECT count(*) FROM pg_stat_activity WHERE application_name = '{_schema}'", cancellationToken: cancellationToken) is not 0L)
        {
            await Task.Delay(Pause, cancellationToken);
        }
    }
}
