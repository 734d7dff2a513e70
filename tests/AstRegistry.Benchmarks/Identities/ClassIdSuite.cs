using System.Reflection;
using AstRegistry.Benchmarks.CodeBases;
using AstRegistry.Benchmarks.Harness;
using AstRegistry.Benchmarks.Lookups;

namespace AstRegistry.Benchmarks.Identities;

/// <summary>Look-ups of class ids in a database, by type argument, type and key.</summary>
internal sealed class ClassIdSuite : Suite
{
    private const int Rounds = 200_000;
    private static readonly Row ByArgument = new("class id of a type argument", "–", Target.AtMost(4, "ns"));
    private static readonly Row ByArgumentBytes = new("class id of a type argument: allocated", "–", Target.Exactly(0, "B"));
    private static readonly Row ByArgumentScale = new("class id of a type argument", "Dictionary<Type, ClassId>", Target.None("×"));
    private static readonly Row ByArgumentFloor = new("class id of a type argument", "static readonly field", Target.None("×"));
    private static readonly Row ByType = new("class id of a type, of 10,000", "Dictionary<Type, ClassId>", Target.AtMost(1.1));
    private static readonly Row ByKey = new("class id by key, of 10,000", "Dictionary<string, ClassId>", Target.AtMost(0.85));
    private static readonly Row ByName = new("class id by metadata name in a project, of 10,000", "Dictionary<string, ClassId>", Target.None("×"));
    private static readonly Row ToKey = new("key of a class id, of 10,000", "Dictionary<ClassId, ClassKey>", Target.AtMost(1.1));

    public override IReadOnlyList<Row> Rows => [ByArgument, ByArgumentBytes, ByArgumentScale, ByArgumentFloor, ByType, ByKey, ByName, ToKey];

    public override void Run(Session session, Report report)
    {
        if (report.Wants(ByArgument) || report.Wants(ByArgumentBytes) || report.Wants(ByArgumentScale) || report.Wants(ByArgumentFloor)) AskByArgument(session, report);
        if (report.Wants(ByType) || report.Wants(ByKey) || report.Wants(ByName) || report.Wants(ToKey)) AskInTenThousand(session, report);
    }

    private static void AskByArgument(Session session, Report report)
    {
        Type[] types = [typeof(ClassIdSuite), typeof(Suite), typeof(Row), typeof(Target)];
        var database = CodeDatabase.Load([ClassInventory.Create(types[0].Assembly.GetName().Name!, ClassOrigin.Source, types.Select(static type => type.FullName!))]);
        var dictionary = types.ToDictionary(static type => type, database.ClassIdOf);
        Floor.Id = database.ClassIdOf<ClassIdSuite>();

        double Ours() => Clock.Time(() => Ask(database)) / Rounds / 4;
        var pairs = Interleaved.Measure(20, session.Times(30, 100), Ours, () => Clock.Time(() => Ask(dictionary)) / Rounds / 4);
        report.Add(ByArgument, pairs.Ours);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Ask(database);
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        report.Add(ByArgumentBytes, [bytes]);
        report.Add(ByArgumentScale, pairs.Ratios, pairs.Raw);
        var floor = Interleaved.Measure(20, session.Times(30, 100), Ours, static () => Clock.Time(static () => AskFloor()) / Rounds / 4);
        report.Add(ByArgumentFloor, floor.Ratios, floor.Raw);
    }

    private static bool Ask(CodeDatabase database)
    {
        var all = true;
        for (var i = 0; i < Rounds; i++)
        {
            all &= database.ClassIdOf<ClassIdSuite>().IsNone;
            all &= database.ClassIdOf<Suite>().IsNone;
            all &= database.ClassIdOf<Row>().IsNone;
            all &= database.ClassIdOf<Target>().IsNone;
        }

        return all;
    }

    private static bool Ask(Dictionary<Type, ClassId> dictionary)
    {
        var all = true;
        for (var i = 0; i < Rounds; i++)
        {
            all &= dictionary[typeof(ClassIdSuite)].IsNone;
            all &= dictionary[typeof(Suite)].IsNone;
            all &= dictionary[typeof(Row)].IsNone;
            all &= dictionary[typeof(Target)].IsNone;
        }

        return all;
    }

    private static bool AskFloor()
    {
        var all = true;
        for (var i = 0; i < Rounds * 4; i++) all &= Floor.Id.IsNone;
        return all;
    }

    private static void AskInTenThousand(Session session, Report report)
    {
        // Types of a copy that can be unloaded are not remembered, so this copy is one that stays.
        var assembly = Assembly.Load(session.LookupAssembly.Image);
        var registry = assembly.GetType(LookupAssembly.DoorsType, throwOnError: true)!.GetMethod("Open")!.CreateDelegate<Func<CodeRegistry>>()();
        var database = CodeDatabase.Load(registry);
        var random = new RandomSequence(11);
        if (report.Wants(ByType))
        {
            var types = assembly.GetTypes().Where(type => database.TryGetClassId(type, out _)).ToArray();
            var dictionary = types.ToDictionary(static type => type, database.ClassIdOf);
            random.Shuffle(types);
            Compare(session, report, ByType, types, database.ClassIdOf, type => dictionary[type]);
        }

        var ids = database.Classes.ToArray();
        var known = Array.ConvertAll(ids, database.KeyOf);
        random.Shuffle(ids);
        var keys = Array.ConvertAll(ids, database.KeyOf);
        if (report.Wants(ByKey))
        {
            // Both sides are asked with other objects than they hold, as by a caller who read them from a file.
            var dictionary = known.ToDictionary(static key => new string(key.ToString().AsSpan()), database.ClassIdOf);
            var texts = Array.ConvertAll(keys, static key => new string(key.ToString().AsSpan()));
            var parsed = Array.ConvertAll(texts, ClassKey.Parse);
            Compare(session, report, ByKey, Enumerable.Range(0, keys.Length).ToArray(), i => database.ClassIdOf(parsed[i]), i => dictionary[texts[i]]);
        }

        if (report.Wants(ByName))
        {
            var project = database.Project(registry.ProjectName);
            var dictionary = known.ToDictionary(static key => key.MetadataName, database.ClassIdOf);
            var names = Array.ConvertAll(keys, static key => new string(key.MetadataName.AsSpan()));
            Compare(session, report, ByName, names, project.ClassIdOf, name => dictionary[name]);
        }

        if (!report.Wants(ToKey)) return;
        var byId = database.Classes.ToDictionary(static id => id, database.KeyOf);
        Compare(session, report, ToKey, ids, id => database.KeyOf(id).Origin == ClassOrigin.Source ? id : default, id => byId[id].Origin == ClassOrigin.Source ? id : default);
    }

    private static void Compare<T>(Session session, Report report, Row row, T[] asked, Func<T, ClassId> ours, Func<T, ClassId> baseline)
    {
        // The library's code is not compiled ahead as the Dictionary's is, so it takes longer to become what it is.
        var pairs = Interleaved.Measure(100, session.Times(25, 100), () => PerItem(asked, ours), () => PerItem(asked, baseline));
        report.Add(row, pairs.Ratios, pairs.Raw);
    }

    private static double PerItem<T>(T[] asked, Func<T, ClassId> find) => Clock.Time(() =>
    {
        foreach (var one in asked)
        {
            if (find(one).IsNone) throw new InvalidOperationException(one + " is missing.");
        }
    }) / asked.Length;

    /// <summary>The least that a look-up could cost.</summary>
    private static class Floor
    {
        public static ClassId Id { get; set; }
    }
}
