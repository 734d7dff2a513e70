using AstRegistry.Sqlite;
using AstRegistry.Storage.Conformance.Contract;

namespace AstRegistry.Storage.Conformance.Sqlite;

/// <summary>A folder of a test's own with a database in it.</summary>
/// <param name="isInMemory">Whether to take a file system in memory where there is one, because a test opens the database a thousand times.</param>
internal sealed class SqliteFolder(bool isInMemory = false) : HistoryStore, IDisposable
{
    private const string SharedMemory = "/dev/shm";

    public override bool IsDurable => true;

    public string Folder { get; } = isInMemory && Directory.Exists(SharedMemory)
        ? Directory.CreateDirectory(Path.Combine(SharedMemory, "astregistry-sqlite-" + Guid.NewGuid().ToString("N"))).FullName
        : Directory.CreateTempSubdirectory("astregistry-sqlite-").FullName;

    public string Database => Path.Combine(Folder, "app.db");

    public string Log => Database + "-wal";

    public string Anchor => Database + ".anchor";

    public override async ValueTask<IRegistryHistory> OpenAsync(CancellationToken cancellationToken) => await OpenHistoryAsync(cancellationToken);

    public ValueTask<SqliteHistory> OpenHistoryAsync(CancellationToken cancellationToken, bool allowShortfall = false) =>
        SqliteHistory.OpenAsync(new SqliteHistoryOptions(Database) { AllowShortfall = allowShortfall }, cancellationToken);

    /// <summary>Runs SQL on the closed database, as another program would.</summary>
    public void Execute(string sql)
    {
        using var connection = EngineConnection.Open(Database);
        connection.Execute(sql);
    }

    /// <summary>The files as they are now, as if the process ended here. Without the reserve, which holds nothing.</summary>
    public Dictionary<string, byte[]> Image() => Directory.GetFiles(Folder)
        .Where(static path => !path.EndsWith(".reserve", StringComparison.Ordinal)).ToDictionary(static path => Path.GetFileName(path), File.ReadAllBytes);

    /// <summary>Replaces all files by those of an image.</summary>
    public void Restore(IReadOnlyDictionary<string, byte[]> image)
    {
        foreach (var path in Directory.GetFiles(Folder).Where(static path => !path.EndsWith(".reserve", StringComparison.Ordinal))) File.Delete(path);

        foreach (var (name, bytes) in image) File.WriteAllBytes(Path.Combine(Folder, name), bytes);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    public override ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
