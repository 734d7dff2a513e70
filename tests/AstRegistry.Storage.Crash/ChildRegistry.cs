using AstRegistry.Storage.Crash.Histories;
using AstRegistry.Storage.Crash.Protocol;

namespace AstRegistry.Storage.Crash;

/// <summary>Opens the registry that a child commits to, with its handlers.</summary>
internal static class ChildRegistry
{
    public const string Name = "crash";

    private const int OperationsPerCheckpoint = 15;

    public static async Task<VersionedRegistry> OpenAsync(ChildOptions options, Wire wire, CrashPoints points)
    {
        var history = Faulty(await OpenHistoryAsync(options), options.Fault);
        var registry = await VersionedRegistry.OpenAsync(new()
        {
            Name = Name,
            History = new AnnouncingHistory(history, points),
            OwnsHistory = true,
            CheckpointInterval = OperationsPerCheckpoint,
            SnapshotInterval = 16,
            RetainedSnapshots = 4,
            OnNotice = notice => Tell(wire, notice),
        });
        registry.Handle(Witness.Name, Witness.Kinds, new Witness(wire, points), Witness.Options);
        registry.Handle(Judge.Name, Judge.Kinds, Judge.HandleAsync);
        return registry;
    }

    /// <summary>Says what fails behind the back of those who commit.</summary>
    private static void Tell(Wire wire, RegistryNotice notice)
    {
        if (notice.Exception is not null) wire.Say(Verb.Failed, notice.Kind, notice.Message.ReplaceLineEndings(" "));
    }

    /// <summary>Small chunks, so that checkpoints have several; and patience with a server that is killed.</summary>
    private static async Task<IRegistryHistory> OpenHistoryAsync(ChildOptions options)
    {
        if (options.Engine == ChildOptions.Sqlite) return await SqliteHistory.OpenAsync(new SqliteHistoryOptions(options.Location) { ChunkSize = SqliteHistoryOptions.MinChunkSize });
        return await PostgreSqlHistory.OpenAsync(new()
        {
            ConnectionString = options.Location,
            Schema = options.Schema,
            Retry = new() { MaxAttempts = 1000, MaxDelay = TimeSpan.FromMilliseconds(200), Patience = TimeSpan.FromMinutes(1) },
        });
    }

    private static IRegistryHistory Faulty(IRegistryHistory history, ChildFault fault) => fault switch
    {
        ChildFault.AcknowledgesEarly => new EarlyHistory(history),
        ChildFault.TearsChanges => new TearingHistory(history),
        ChildFault.NotesEarly => new HastyHistory(history, Witness.Name),
        _ => history,
    };
}
