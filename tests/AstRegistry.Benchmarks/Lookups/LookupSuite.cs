using AstRegistry.Benchmarks.CodeBases;
using AstRegistry.Benchmarks.Harness;

namespace AstRegistry.Benchmarks.Lookups;

/// <summary>Look-ups in the registry of 10,000 types.</summary>
internal sealed class LookupSuite : Suite
{
    private const int Rounds = 20;

    // So few that hardly ever two of them fall into one of the 128 buckets.
    private const int ColdPerCopy = 4;
    private static readonly Row ModuleByKey = new("module by key, warm", "Dictionary<string, ModuleRecord>", Target.AtMost(0.85));
    private static readonly Row FunctionByKey = new("function by key, warm", "Dictionary<string, FunctionRecord>", Target.AtMost(0.85));
    private static readonly Row ColdNode = new("node by id, cold", "bucket never read before", Target.AtMost(1, "ms"));
    private static readonly Row WarmNode = new("node by id, warm", "–", Target.AtMost(100, "ns"));
    private static readonly Row WarmNodeScale = new("node by id, warm", "Dictionary<NodeId, NodeRecord> of all nodes of these files", Target.None("×"));
    private static readonly Row WarmNodeBytes = new("node by id, warm: allocated", "–", Target.Exactly(0, "B"));
    private static readonly Row Walk = new("children and ancestors of a node, warm", "–", Target.None("ns"));
    private static readonly Row WalkBytes = new("children and ancestors of a node, warm: allocated", "–", Target.Exactly(0, "B"));

    public override IReadOnlyList<Row> Rows => [ModuleByKey, FunctionByKey, ColdNode, WarmNode, WarmNodeScale, WarmNodeBytes, Walk, WalkBytes];

    public override void Run(Session session, Report report)
    {
        using var copy = session.LookupAssembly.Load();
        var registry = copy.Open();
        var random = new RandomSequence(7);
        var nodes = SomeNodes(registry, random);
        FindByKey(session, report, registry, random);
        GetCold(session, report, nodes);
        GetWarm(session, report, registry, nodes);
    }

    private static NodeId[] SomeNodes(CodeRegistry registry, RandomSequence random)
    {
        var functions = registry.Functions.Where(static function => function.HasBody && function.Node.Descendants().Any()).ToArray();
        random.Shuffle(functions);
        return [.. functions.Take(1_000).Select(function => random.Pick(function.Node.Descendants().ToArray()).Id)];
    }

    private static void FindByKey(Session session, Report report, CodeRegistry registry, RandomSequence random)
    {
        if (report.Wants(ModuleByKey))
        {
            var modules = registry.Modules.ToDictionary(static module => module.Key);
            var pairs = Find(session, Copies(modules.Keys, random), key => registry.FindModule(key), key => modules[key]);
            report.Add(ModuleByKey, pairs.Ratios, pairs.Raw);
        }

        if (report.Wants(FunctionByKey))
        {
            var functions = registry.Functions.DistinctBy(static function => function.Key).ToDictionary(static function => function.Key);
            var keys = Copies(functions.Keys, random)[..10_000];
            var pairs = Find(session, keys, key => registry.FindFunction(key), key => functions[key]);
            report.Add(FunctionByKey, pairs.Ratios, pairs.Raw);
        }
    }

    /// <summary>The keys in another order and in other strings, as a caller has them.</summary>
    private static string[] Copies(IEnumerable<string> keys, RandomSequence random)
    {
        var copies = keys.Select(static key => new string(key.AsSpan())).ToArray();
        random.Shuffle(copies);
        return copies;
    }

    private static Interleaved Find<T>(Session session, string[] keys, Func<string, T> ours, Func<string, T> baseline)
        where T : class => Interleaved.Measure(10, session.Times(25, 100), () => PerKey(keys, ours), () => PerKey(keys, baseline));

    private static double PerKey<T>(string[] keys, Func<string, T> find)
        where T : class => Clock.Time(() =>
        {
            foreach (var key in keys)
            {
                if (find(key) is null) throw new InvalidOperationException(key + " is missing.");
            }
        }) / keys.Length;

    private static void GetCold(Session session, Report report, NodeId[] ids)
    {
        if (!report.Wants(ColdNode)) return;
        var times = new List<double>();
        for (var i = 0; i < session.Times(8, 40); i++)
        {
            // In a fresh copy the bucket's literal is cold too. The first look-up compiles the copy's code and opens the index.
            using var copy = session.LookupAssembly.Load();
            var registry = copy.Open();
            registry.GetNode(ids[0]);
            for (var j = 1; j <= ColdPerCopy; j++)
            {
                var id = ids[(i * ColdPerCopy) + j];
                times.Add(Clock.Time(() => registry.GetNode(id)) / 1e6);
            }
        }

        report.Add(ColdNode, times.Skip(times.Count / 4).ToArray(), $"{times.Count} ids, the first quarter for warming up");
    }

    private static void GetWarm(Session session, Report report, CodeRegistry registry, NodeId[] ids)
    {
        var times = new List<double>();
        var bytes = new List<double>();
        var walkTimes = new List<double>();
        var walkBytes = new List<double>();
        var nodes = ids.Select(registry.GetNode).ToArray();
        for (var i = -20; i < session.Times(30, 100); i++)
        {
            var (time, allocated) = Measure(() =>
            {
                foreach (var id in ids) registry.GetNode(id);
            }, ids.Length);
            var (walkTime, walkAllocated) = Measure(() => WalkAround(nodes), nodes.Length);
            if (i < 0) continue;
            times.Add(time);
            bytes.Add(allocated);
            walkTimes.Add(walkTime);
            walkBytes.Add(walkAllocated);
        }

        report.Add(WarmNode, times);
        Scale(session, report, registry, ids);
        report.Add(WarmNodeBytes, bytes);
        report.Add(Walk, walkTimes);
        report.Add(WalkBytes, walkBytes);
    }

    private static void Scale(Session session, Report report, CodeRegistry registry, NodeId[] ids)
    {
        if (!report.Wants(WarmNodeScale)) return;
        var all = new Dictionary<NodeId, NodeRecord>();
        foreach (var id in ids)
        {
            foreach (var function in registry.GetNode(id).Module.Functions)
            {
                foreach (var node in function.Node.DescendantsAndSelf()) all[node.Id] = node;
            }
        }

        var pairs = Interleaved.Measure(10, session.Times(25, 100), () => PerId(ids, registry.GetNode), () => PerId(ids, id => all[id]));
        report.Add(WarmNodeScale, pairs.Ratios, pairs.Raw);
    }

    private static double PerId(NodeId[] ids, Func<NodeId, NodeRecord> get) => Clock.Time(() =>
    {
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var id in ids) get(id);
        }
    }) / Rounds / ids.Length;

    private static (double Time, double Bytes) Measure(Action work, int count)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        work();
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        var time = Clock.Time(() =>
        {
            for (var round = 0; round < Rounds; round++) work();
        });
        return (time / Rounds / count, bytes);
    }

    private static int WalkAround(NodeRecord[] nodes)
    {
        var count = 0;
        foreach (var node in nodes)
        {
            foreach (var child in node.Children) count += (int)child.Kind;
            foreach (var ancestor in node.Ancestors()) count += (int)ancestor.Kind;
        }

        return count;
    }
}
