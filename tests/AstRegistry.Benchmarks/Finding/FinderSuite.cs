using System.Globalization;
using AstRegistry.Benchmarks.CodeBases;
using AstRegistry.Benchmarks.Harness;

namespace AstRegistry.Benchmarks.Finding;

/// <summary>Queries of the finder on 1,000, 100,000 and 1,000,000 entries.</summary>
internal sealed class FinderSuite : Suite
{
    private const int Middle = 100_000;
    private const int QueryCount = 200;
    private const int WarmUps = 30;
    private static readonly Row Prefix = new("finder: prefix, 100k entries", "–", Target.AtMost(1, "µs"));
    private static readonly Row PrefixGain = new("finder: prefix, 100k entries", "LINQ", Target.None("× faster"));
    private static readonly Row Suffix = new("finder: suffix, 100k entries", "–", Target.None("µs"));
    private static readonly Row Contains = new("finder: contains, 100k entries", "–", Target.None("µs"));
    private static readonly Row ContainsLinq = new("finder: contains, 100k entries", "LINQ", Target.AtLeast(100, "× faster"));
    private static readonly Row ContainsFullText = new("finder: contains, 100k entries", "SQLite full text by trigrams", Target.AtLeast(10, "× faster"));
    private static readonly Row Regex = new("finder: regex with a literal, 100k entries", "LINQ with the same engine", Target.None("× faster"));
    private static readonly Row RegexScan = new("finder: regex without a literal, 100k entries", "–", Target.AtMost(50, "ms"));
    private static readonly Row Cached = new("finder: cached, by query", "–", Target.AtMost(150, "ns"));
    private static readonly Row CachedText = new("finder: cached, by text", "–", Target.AtMost(150, "ns"));
    private static readonly Row Scan = new("finder: contains without index, 100k entries", "LINQ", Target.None("×"));
    private static readonly Row AfterFew = new("finder: first prefix after a commit of 10, 100k entries", "–", Target.None("µs"));
    private static readonly Row AfterMany = new("finder: first prefix after a commit of 1,000, 100k entries", "–", Target.None("µs"));
    private static readonly Row BesideFew = new("finder: further prefix with 10 changes beside the index", "–", Target.None("µs"));
    private static readonly Row Building = new("finder: make sorted values and trigrams of a field, 100k entries", "one contains by LINQ", Target.None("×"));
    private static readonly Row PrefixGrowth = new("finder: prefix of 1 result, 1M entries", "1k entries", Target.None("×"));
    private static readonly Row ContainsGrowth = new("finder: contains of 1 result, 1M entries", "1k entries", Target.None("×"));

    public override IReadOnlyList<Row> Rows =>
        [Prefix, PrefixGain, Suffix, Contains, ContainsLinq, ContainsFullText, Regex, RegexScan, Cached, CachedText, Scan, AfterFew, AfterMany, BesideFew, Building, PrefixGrowth, ContainsGrowth];

    public override void Run(Session session, Report report)
    {
        var data = new FinderData(Middle);
        Indexed(session, report, data);
        WithoutIndex(session, report, data);
        FromCache(session, report, data);
        AfterCommits(session, report, data);
        if (report.Wants(PrefixGrowth) || report.Wants(ContainsGrowth)) Growth(session, report);
    }

    private static Finder Uncached(int indexAfter = 1) => new(new() { CacheSize = 0, IndexAfter = indexAfter, IndexInBackground = false, Timeout = TimeSpan.FromMinutes(1), RegexTimeout = TimeSpan.FromMinutes(1) });

    /// <summary>Parts of names, each of which some ten names have.</summary>
    private static string[] Parts(FinderData data, Func<string, string> part)
    {
        var random = new RandomSequence(5);
        return [.. Enumerable.Range(0, QueryCount).Select(_ => part(random.Pick(data.Entries).Id.Name))];
    }

    private static FinderQuery[] Queries(string[] parts, FinderOperator @operator) => [.. parts.Select(part => FinderQuery.Where(FinderField.Name, @operator, part))];

    /// <summary>Verb, both nouns and what follows, to the first digits of the number.</summary>
    private static string StartOf(string name) => name[..^4];

    private static string EndOf(string name) => name[^8..];

    /// <summary>From the middle of the first noun to the first digits of the number.</summary>
    private static string MiddleOf(string name) => name[(name.IndexOf('_', StringComparison.Ordinal) + 3)..^3];

    private static double Each<T>(T[] items, Action<T> work) => Clock.Time(() =>
    {
        foreach (var item in items) work(item);
    }) / items.Length;

    private static void Indexed(Session session, Report report, FinderData data)
    {
        var finder = Uncached();
        var snapshot = data.Snapshot;
        var entries = data.Entries;
        var starts = Parts(data, StartOf);
        var middles = Parts(data, MiddleOf);
        var prefixes = Queries(starts, FinderOperator.StartsWith);
        var contains = Queries(middles, FinderOperator.Contains);
        Compare(session, report, PrefixGain, () => Each(Many(prefixes), query => finder.Find(snapshot, query)),
            () => Each(starts[..4], part => Count(entries.Where(entry => entry.Id.Name.StartsWith(part, StringComparison.Ordinal)))));
        Compare(session, report, ContainsLinq, () => Each(contains, query => finder.Find(snapshot, query)),
            () => Each(middles[..4], part => Count(entries.Where(entry => entry.Id.Name.Contains(part, StringComparison.Ordinal)))));

        // Behind the comparisons, when the code has been compiled for good.
        Time(session, report, Prefix, Many(prefixes), query => finder.Find(snapshot, query), 1e3);
        Time(session, report, Suffix, Many(Queries(Parts(data, EndOf), FinderOperator.EndsWith)), query => finder.Find(snapshot, query), 1e3);
        Time(session, report, Contains, contains, query => finder.Find(snapshot, query), 1e3);
        if (report.Wants(ContainsFullText))
        {
            using var table = new FullTextTable(entries);
            foreach (var part in middles.Take(20))
            {
                if (table.Find(part) != finder.Find(snapshot, FinderQuery.Where(FinderField.Name, FinderOperator.Contains, part)).Count) throw new InvalidOperationException("Both find different names.");
            }

            Compare(session, report, ContainsFullText, () => Each(contains, query => finder.Find(snapshot, query)), () => Each(middles[..40], part => table.Find(part)));
        }

        RegexIndexed(session, report, data, finder, middles);
    }

    private static void RegexIndexed(Session session, Report report, FinderData data, Finder finder, string[] middles)
    {
        var patterns = middles.Select(static part => part[..^2] + "[0-9]+").ToArray();
        var queries = Queries(patterns, FinderOperator.Regex);
        var engines = patterns.Take(2).Select(static pattern => new System.Text.RegularExpressions.Regex(pattern, System.Text.RegularExpressions.RegexOptions.NonBacktracking | System.Text.RegularExpressions.RegexOptions.CultureInvariant)).ToArray();
        Compare(session, report, Regex, () => Each(queries, query => finder.Find(data.Snapshot, query)),
            () => Each(engines, engine => Count(data.Entries.Where(entry => engine.IsMatch(entry.Id.Name)))));
    }

    private static void WithoutIndex(Session session, Report report, FinderData data)
    {
        var scanner = Uncached(int.MaxValue);
        var parts = Parts(data, MiddleOf)[..4];
        var queries = Queries(parts, FinderOperator.Contains);
        var pairs = Interleaved.Measure(2, session.Times(5, 15), () => Each(queries, query => scanner.Find(data.Snapshot, query)),
            () => Each(parts, part => Count(data.Snapshot.Entries.Where(entry => entry.Id.Name.Contains(part, StringComparison.Ordinal)))));
        report.Add(Scan, pairs.Ratios, pairs.Raw);
        Time(session, report, RegexScan, Queries(["[A-Z].*[0-9]$", "(.*a)*z"], FinderOperator.Regex), query => scanner.Find(data.Snapshot, query), 1e6);
        if (report.Wants(Building))
        {
            Compare(session, report, Building, () => Clock.Elapsed(() =>
            {
                var fresh = Uncached();
                fresh.Find(data.Snapshot, FinderQuery.Where(FinderField.Name, FinderOperator.StartsWith, "get"));
                fresh.Find(data.Snapshot, FinderQuery.Where(FinderField.Name, FinderOperator.Contains, "getUserUser"));
            }), () => Each(parts[..1], part => Count(data.Entries.Where(entry => entry.Id.Name.Contains(part, StringComparison.Ordinal)))), isRatio: true);
        }
    }

    private static void FromCache(Session session, Report report, FinderData data)
    {
        var finder = new Finder(new() { IndexInBackground = false });
        var texts = Parts(data, StartOf).Select(static start => ".kind=function.* .name^=" + start).ToArray();
        var queries = texts.Select(FinderQuery.Parse).ToArray();
        Time(session, report, Cached, Many(queries), query => finder.Find(data.Snapshot, query), 1);
        Time(session, report, CachedText, Many(texts), text => finder.Find(data.Snapshot, text), 1);
    }

    private static T[] Many<T>(T[] items) => [.. Enumerable.Repeat(items, 20).SelectMany(static each => each)];

    private static void AfterCommits(Session session, Report report, FinderData data)
    {
        var finder = Uncached();
        var queries = Queries(Parts(data, StartOf), FinderOperator.StartsWith);
        var round = 0;
        foreach (var (row, count) in new[] { (AfterFew, 10), (AfterMany, 1000) })
        {
            if (!report.Wants(row)) continue;
            var times = new List<double>();
            for (var i = -WarmUps; i < session.Times(20, 60); i++)
            {
                // What the finder looked at last is the version before the commit.
                finder.Find(data.Snapshot, queries[0]);
                var snapshot = data.Change(count, ++round);
                var time = Clock.Time(() => finder.Find(snapshot, queries[0])) / 1e3;
                if (i >= 0) times.Add(time);
            }

            report.Add(row, times);
        }

        var changed = data.Change(10, ++round);
        Time(session, report, BesideFew, Many(queries), query => finder.Find(changed, query), 1e3);
    }

    private static void Growth(Session session, Report report)
    {
        var small = new FinderData(1000);
        var large = new FinderData(1_000_000);
        var (smallFinder, largeFinder) = (Uncached(), Uncached());
        FinderQuery[] Of(FinderData data, FinderOperator @operator) => [.. Enumerable.Range(0, QueryCount)
            .Select(i => data.Entries[(i * 31) % data.Entries.Length].Id.Name)
            .Select(name => FinderQuery.Where(FinderField.Name, @operator, @operator == FinderOperator.StartsWith ? name : name[4..]))];
        foreach (var (row, @operator) in new[] { (PrefixGrowth, FinderOperator.StartsWith), (ContainsGrowth, FinderOperator.Contains) })
        {
            var (few, many) = (Of(small, @operator), Of(large, @operator));
            Compare(session, report, row, () => Each(Many(many), query => largeFinder.Find(large.Snapshot, query)), () => Each(Many(few), query => smallFinder.Find(small.Snapshot, query)), isRatio: true);
        }
    }

    private static void Time<T>(Session session, Report report, Row row, T[] items, Action<T> work, double unit)
    {
        if (!report.Wants(row)) return;
        var times = new List<double>();
        for (var i = -WarmUps; i < session.Times(15, 60); i++)
        {
            var time = Each(items, work) / unit;
            if (i >= 0) times.Add(time);
        }

        report.Add(row, times, string.Create(CultureInfo.InvariantCulture, $"{items.Length} queries a sample"));
    }

    private static void Compare(Session session, Report report, Row row, Func<double> ours, Func<double> baseline, bool isRatio = false)
    {
        if (!report.Wants(row)) return;
        var pairs = Interleaved.Measure(3, session.Times(9, 30), ours, baseline);
        report.Add(row, isRatio ? pairs.Ratios : pairs.Gains, pairs.Raw);
    }

    private static int Count(IEnumerable<RegistryEntry> entries) => entries.ToList().Count;
}
