using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using AstRegistry.Generators;
using AstRegistry.Generators.Buckets;
using AstRegistry.Generators.Emission;
using AstRegistry.Generators.Files;
using AstRegistry.Generators.Names;
using AstRegistry.Generators.Settings;
using AstRegistry.Packing;

namespace AstRegistry.Tests.Generators;

public class ModelShapeTests
{
    /// <summary>Everything that a step of the pipeline hands on.</summary>
    public static readonly TheoryData<Type> Models =
    [
        typeof(BuildProperties), typeof(RegistrySettings), typeof(FileModel), typeof(FileNames), typeof(FileLayout), typeof(Bucket),
        typeof(BucketSet), typeof(DataSizes), typeof(RegistryFrame), typeof(RegistryShape),
    ];

    // Bytes inside a model that compares by the digest of them.
    private static readonly Type[] Digested = [typeof(PackedFile), typeof(byte[])];

    [Theory]
    [MemberData(nameof(Models))]
    public void No_Roslyn_type_is_reachable_and_everything_compares_by_value(Type model)
    {
        foreach (var type in Reachable(model, new HashSet<Type>()))
        {
            Assert.False(IsRoslyn(type), $"{model.Name} reaches {type}.");
            Assert.True(ComparesByValue(type) || Digested.Contains(type), $"{model.Name} reaches {type}, which does not compare by value.");
        }
    }

    [Fact]
    public void A_type_that_breaks_the_rule_is_seen()
    {
        Assert.Contains(Reachable(typeof(BadModel), []), IsRoslyn);
        Assert.Contains(Reachable(typeof(BadModel), []), static type => !ComparesByValue(type));
    }

    [Fact]
    public void The_live_cache_holds_no_Roslyn_object_behind_the_step_that_reads_trees()
    {
        var result = new GeneratorHarness(GeneratorHarness.ManyFiles(20)).Run();
        string[] own =
        [
            TrackingNames.Settings, TrackingNames.Files, TrackingNames.Names, TrackingNames.AllTypes, TrackingNames.AllNames, TrackingNames.Layout,
            TrackingNames.Frame, TrackingNames.Shape, TrackingNames.Buckets,
        ];
        foreach (var name in own)
        {
            var outputs = result.TrackedSteps[name].SelectMany(static step => step.Outputs).Select(static output => output.Value).ToList();
            Assert.NotEmpty(outputs);
            var seen = new HashSet<object>(ReferenceEqualityComparer.Instance);
            Assert.All(outputs, value => Assert.DoesNotContain(Graph(value, seen), static item => IsRoslyn(item.GetType())));
        }
    }

    [Fact]
    public void Equal_sources_make_equal_models()
    {
        var (first, second) = (Run(), Run());
        foreach (var name in new[] { TrackingNames.Settings, TrackingNames.Files, TrackingNames.Layout, TrackingNames.Frame, TrackingNames.Shape })
        {
            Assert.Equal(first.TrackedSteps[name].SelectMany(Values), second.TrackedSteps[name].SelectMany(Values));
        }

        static Microsoft.CodeAnalysis.GeneratorRunResult Run() => new GeneratorHarness(GeneratorHarness.ManyFiles(20)).Run();
        static IEnumerable<object> Values(Microsoft.CodeAnalysis.IncrementalGeneratorRunStep step) => step.Outputs.Select(static output => output.Value);
    }

    private static bool IsRoslyn(Type type) => type.Namespace?.StartsWith("Microsoft.CodeAnalysis", StringComparison.Ordinal) == true;

    private static bool ComparesByValue(Type type) =>
        type.IsPrimitive || type.IsEnum || type == typeof(string) || typeof(IEquatable<>).MakeGenericType(type).IsAssignableFrom(type);

    private static IEnumerable<Type> Reachable(Type type, HashSet<Type> seen)
    {
        if (Nullable.GetUnderlyingType(type) is { } underlying) type = underlying;
        if (!seen.Add(type)) yield break;
        yield return type;
        if (type.IsPrimitive || type.IsEnum || type == typeof(string)) yield break;
        if (type.IsConstructedGenericType && type.GetGenericTypeDefinition() == typeof(EquatableArray<>))
        {
            foreach (var item in Reachable(type.GetGenericArguments()[0], seen)) yield return item;
            yield break;
        }

        foreach (var field in InstanceFields(type))
        {
            foreach (var item in Reachable(field.FieldType, seen)) yield return item;
        }
    }

    private static IEnumerable<object> Graph(object? value, HashSet<object> seen)
    {
        if (value is null || value.GetType().IsPrimitive || value is string || (!value.GetType().IsValueType && !seen.Add(value))) yield break;
        yield return value;
        var parts = value is IEnumerable list and not byte[]? list.Cast<object?>()
            : value is Type or Array or Pointer ? [] : InstanceFields(value.GetType()).Select(field => field.GetValue(value));
        foreach (var part in parts)
        {
            foreach (var item in Graph(part, seen)) yield return item;
        }
    }

    private static FieldInfo[] InstanceFields(Type type) =>
        type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic);

    private sealed record BadModel(Microsoft.CodeAnalysis.SyntaxTree Tree, ImmutableArray<object> Items, List<int> Numbers);
}
