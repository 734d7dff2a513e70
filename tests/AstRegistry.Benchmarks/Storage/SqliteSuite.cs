using AstRegistry.Benchmarks.Harness;
using AstRegistry.History;

namespace AstRegistry.Benchmarks.Storage;

/// <summary>The SQLite history against what SQLite itself needs for the same bytes. Appends in elapsed time, because what they cost is waiting for the disk.</summary>
internal sealed class SqliteSuite : Suite
{
    private const string Registry = "shop";
    private const int Appenders = 16;
    private const int PerAppender = 8;

    private static readonly Row Small = new("durable append on SQLite, 1 KB (elapsed)", "raw SQLite append of the same bytes", Target.AtMost(1.4));
    private static readonly Row Large = new("durable append on SQLite, 100 KB (elapsed)", "raw SQLite append of the same bytes", Target.AtMost(1.4));
    private static readonly Row Group = new("128 durable appends on SQLite, one by one (elapsed)", "16 appenders at once", Target.AtLeast(3));
    private static readonly Row Back = new("read 5,000 versions of 1 KB from SQLite", "SELECT of the same bytes", Target.None("×"));

    public override IReadOnlyList<Row> Rows => [Small, Large, Group, Back];

    public override void Run(Session session, Report report)
    {
        var folder = Directory.CreateTempSubdirectory("astregistry-benchmarks-").FullName;
        try
        {
            if (report.Wants(Small)) Append(folder, report, Small, 1_000, 10, session.Times(60, 250));
            if (report.Wants(Large)) Append(folder, report, Large, 100_000, 4, session.Times(60, 250));
            if (report.Wants(Group)) Together(folder, report, session.Times(10, 40));
            if (report.Wants(Back)) Read(folder, report, session.Times(10, 40));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Append(string folder, Report report, Row row, int size, int count, int pairs)
    {
        using var raw = new SqliteRawTable(Path.Combine(folder, FormattableString.Invariant($"raw{size}.db")));
        var history = Open(folder, FormattableString.Invariant($"ours{size}.db"));
        var head = WarmUp(history, raw);
        double Ours()
        {
            var versions = Chain(head, count, size);
            return Clock.Elapsed(() => head = AppendAll(history, Registry, head, versions).GetAwaiter().GetResult());
        }

        var revision = 1L;
        double Baseline()
        {
            var versions = Chain(default, count, size);
            return Clock.Elapsed(() =>
            {
                foreach (var version in versions) raw.Append(++revision, version.Changes.Span);
            });
        }

        var times = Interleaved.Measure(3, pairs, Ours, Baseline);
        report.Add(row, times.Ratios, FormattableString.Invariant($"{count} each: {times.Raw}"));
        Close(history);
    }

    /// <summary>
    /// One large version for each, so that both logs were moved into their databases once and are written over from now on: a file that grows takes
    /// its file system several times as long.
    /// </summary>
    private static HistoryHead WarmUp(SqliteHistory history, SqliteRawTable raw)
    {
        var large = Chain(default, 1, 6_000_000);
        raw.Append(1, large[0].Changes.Span);
        return AppendAll(history, Registry, default, large).GetAwaiter().GetResult();
    }

    private static void Together(string folder, Report report, int pairs)
    {
        var history = Open(folder, "group.db");
        var heads = new HistoryHead[Appenders];
        HistoryVersion[][] Prepare() => [.. heads.Select(static head => Chain(head, PerAppender, 1_000))];
        async Task AppendAsync(int appender, HistoryVersion[] versions) => heads[appender] = await AppendAll(history, NameOf(appender), heads[appender], versions).ConfigureAwait(false);

        double AtOnce()
        {
            var versions = Prepare();
            return Clock.Elapsed(() => Task.WhenAll(versions.Select((part, i) => AppendAsync(i, part))).GetAwaiter().GetResult());
        }

        double OneByOne()
        {
            var versions = Prepare();
            return Clock.Elapsed(() =>
            {
                for (var i = 0; i < Appenders; i++) AppendAsync(i, versions[i]).GetAwaiter().GetResult();
            });
        }

        var times = Interleaved.Measure(2, pairs, AtOnce, OneByOne);
        report.Add(Group, times.Gains, times.Raw);
        Close(history);
    }

    private static void Read(string folder, Report report, int pairs)
    {
        const int Count = 5_000;
        using var raw = new SqliteRawTable(Path.Combine(folder, "rawread.db"));
        var history = Open(folder, "oursread.db");
        var versions = Chain(default, Count, 1_000);
        history.AppendAsync(Registry, default, versions).AsTask().GetAwaiter().GetResult();
        foreach (var version in versions) raw.Append(version.Version.Revision, version.Changes.Span);
        var times = Interleaved.Measure(2, pairs, () => Clock.Time(() => ReadAll(history).GetAwaiter().GetResult()), () => Clock.Time(() => raw.Read(0)));
        report.Add(Back, times.Ratios, times.Raw);
        Close(history);
    }

    private static async Task<HistoryHead> AppendAll(SqliteHistory history, string registry, HistoryHead head, HistoryVersion[] versions)
    {
        foreach (var version in versions)
        {
            var outcome = await history.AppendAsync(registry, head, [version]).ConfigureAwait(false);
            head = outcome.IsAppended ? outcome.Head : throw new InvalidOperationException("Somebody else appended.");
        }

        return head;
    }

    private static async Task ReadAll(SqliteHistory history)
    {
        await foreach (var version in history.ReadAsync(Registry, 0, long.MaxValue).ConfigureAwait(false)) _ = version;
    }

    private static string NameOf(int appender) => FormattableString.Invariant($"registry{appender}");

    private static SqliteHistory Open(string folder, string file) => SqliteHistory.OpenAsync(Path.Combine(folder, file)).AsTask().GetAwaiter().GetResult();

    private static void Close(SqliteHistory history) => history.DisposeAsync().AsTask().GetAwaiter().GetResult();

    /// <summary>Versions that follow a head, each with an entry of so many bytes.</summary>
    private static HistoryVersion[] Chain(HistoryHead head, int count, int size)
    {
        var versions = new HistoryVersion[count];
        var (revision, hash) = (head.Revision, head.Hash);
        var data = new byte[size];
        for (var i = 0; i < count; i++, revision++)
        {
            Random.Shared.NextBytes(data);
            var changes = new ChangeSet(RegistryOperation.Create(new(new("app", FormattableString.Invariant($"e{revision}")), "item", data: RegistryValue.Of(data))));
            versions[i] = HistoryChain.Create(hash, new(revision + 1, revision, DateTimeOffset.UnixEpoch.AddSeconds(revision), "benchmark", Guid.NewGuid(), changes.Count), changes);
            hash = versions[i].Hash;
        }

        return versions;
    }
}
