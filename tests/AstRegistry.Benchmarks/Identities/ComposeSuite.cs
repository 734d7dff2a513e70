using AstRegistry.Benchmarks.Harness;
using AstRegistry.Benchmarks.Lookups;
using AstRegistry.Code;
using AstRegistry.Packing;

namespace AstRegistry.Benchmarks.Identities;

/// <summary>What it takes to put a database of 50 projects with 1,000 classes each together, and to revise one of them.</summary>
internal sealed class ComposeSuite : Suite
{
    private const int Projects = 50;
    private const int ClassesPerProject = 1_000;
    private const int CopiesOfTenThousand = Projects * ClassesPerProject / 10_000;
    private static readonly Row Compose = new("compose 50 projects of 1,000 classes", "Dictionary of their keys", Target.AtMost(0.1));
    private static readonly Row ComposeByTypes = new("compose 50 projects of 1,000 classes", "Assembly.GetTypes of as many types, fresh copies", Target.AtMost(0.05));
    private static readonly Row FirstId = new("compose 50 projects of 1,000 classes and find one", "Dictionary of their keys", Target.AtMost(0.5));
    private static readonly Row AllKeys = new("compose 50 projects of 1,000 classes and decode every key", "Dictionary of their keys", Target.None("×"));
    private static readonly Row Revise = new("apply one revision of 1,000 classes among 50,000", "Dictionary of all keys", Target.AtMost(0.5));
    private static readonly Row ReviseBodies = new("apply one revision without other classes among 50,000", "Dictionary of all keys", Target.None("×"));
    private static readonly Row Eviction = new("evict 50,000 classes, checked", "Dictionary of all keys", Target.None("×"));

    public override IReadOnlyList<Row> Rows => [Compose, ComposeByTypes, FirstId, AllKeys, Revise, ReviseBodies, Eviction];

    public override void Run(Session session, Report report)
    {
        var registries = Enumerable.Range(0, Projects).Select(static project => NamesData.Open(project, 0)).ToArray();
        var texts = CodeDatabase.Load(registries).Classes.Count is var count
            ? Enumerable.Range(0, Projects).SelectMany(static project => NamesData.Names(project, 0).Select(name => ClassKey.Source(NamesData.Project(project), name).ToString())).ToArray()
            : [];
        if (count != texts.Length) throw new InvalidOperationException("The database misses classes.");
        double Dictionary() => Clock.Time(() => Number(texts));

        Against(Compose, Dictionary, () => Clock.Time(() => CodeDatabase.Load(registries)));
        if (report.Wants(ComposeByTypes))
        {
            var pairs = Interleaved.Measure(1, session.Times(3, 20), () => Clock.Time(() => CodeDatabase.Load(registries)), () => GetTypes(session.LookupAssembly));
            report.Add(ComposeByTypes, pairs.Ratios, pairs.Raw);
        }

        Against(FirstId, Dictionary, () => Clock.Time(() => FindOne(registries)));
        Against(AllKeys, Dictionary, () => Clock.Time(() => _ = CodeDatabase.Load(registries).Classes));
        Against(Revise, Dictionary, () => Apply(registries, NamesData.Open(7, 1)));
        Against(ReviseBodies, Dictionary, () => Apply(registries, NamesData.Open(7, 0)));
        Against(Eviction, Dictionary, () =>
        {
            var database = CodeDatabase.Load(registries);
            _ = database.Classes;
            return Clock.Time(database.Evict);
        });

        void Against(Row row, Func<double> baseline, Func<double> ours)
        {
            if (!report.Wants(row)) return;
            var pairs = Interleaved.Measure(5, session.Times(15, 50), ours, baseline);
            report.Add(row, pairs.Ratios, pairs.Raw);
        }
    }

    private static Dictionary<string, int> Number(string[] texts)
    {
        var numbers = new Dictionary<string, int>();
        foreach (var text in texts) numbers.Add(text, numbers.Count);
        return numbers;
    }

    private static void FindOne(CodeRegistry[] registries)
    {
        if (CodeDatabase.Load(registries).ClassIdOf(ClassKey.Source(NamesData.Project(7), NamesData.Names(7, 0).First())).IsNone) throw new InvalidOperationException("A class is missing.");
    }

    /// <summary>The time of a revision of a project whose classes were in use.</summary>
    private static double Apply(CodeRegistry[] registries, CodeRegistry revised)
    {
        var database = CodeDatabase.Load(registries);
        _ = database.Project(revised.ProjectName).Classes;
        return Clock.Time(() => database.Apply(revised));
    }

    private static double GetTypes(LookupAssembly assembly)
    {
        var copies = Enumerable.Range(0, CopiesOfTenThousand).Select(_ => assembly.Load()).ToArray();
        var time = Clock.Time(() =>
        {
            foreach (var copy in copies) copy.Assembly.GetTypes();
        });
        foreach (var copy in copies) copy.Dispose();
        return time;
    }

    /// <summary>A project of 1,000 classes, of which ten are other ones in each revision.</summary>
    private sealed class NamesData(int project, int revision) : RegistryData
    {
        private readonly string _inventory = InventoryWriter.Write(Names(project, revision).Select(static name => new InventoryEntry(name, InventoryEntry.OneBucket(0))));

        public override int FormatVersion => CurrentFormatVersion;
        public override string ProjectName => Project(project);
        public override AstRegistryDetail Detail => AstRegistryDetail.Types;
        public override AstRegistryDetail RequestedDetail => AstRegistryDetail.Types;
        public override string Inventory => _inventory;
        public override string Index => "";

        public static CodeRegistry Open(int project, int revision) => CodeRegistry.Create(new NamesData(project, revision));

        public static string Project(int project) => FormattableString.Invariant($"Acme.Module{project:00}");

        public static IEnumerable<string> Names(int project, int revision) => Enumerable.Range(0, ClassesPerProject).Select(i =>
            FormattableString.Invariant($"{Project(project)}.Area{i % 40}.Features.{(i < 10 ? "Fresh" + revision : "Order")}Handler{i}"));

        public override string? GetBucket(int bucket) => null;
    }
}
