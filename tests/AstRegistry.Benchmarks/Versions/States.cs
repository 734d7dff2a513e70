using System.Globalization;

namespace AstRegistry.Benchmarks.Versions;

/// <summary>Snapshots and changes to measure with.</summary>
internal static class States
{
    private const int PerNamespace = 1_000;

    public static EntryId Id(int i) => new(Space(i), Name(i));

    public static string Name(int i) => i.ToString("D7", CultureInfo.InvariantCulture);

    public static RegistryEntry Entry(int i, long data) => new(Id(i), "bench.entry", default, data);

    /// <summary>A snapshot of entries in namespaces of a thousand each.</summary>
    public static RegistrySnapshot Of(int count) => Creates(count).ApplyTo(RegistrySnapshot.Empty);

    public static ChangeSet Creates(int count) => new(Enumerable.Range(0, count).Select(static i => RegistryOperation.Create(Entry(i, 0))));

    /// <summary>The snapshot with ten entries updated, far from one another.</summary>
    public static RegistrySnapshot ChangeTen(RegistrySnapshot snapshot)
    {
        var step = snapshot.Count / 10;
        return new ChangeSet(Enumerable.Range(0, 10).Select(i => RegistryOperation.Update(Entry((i * step) + (step / 2), 1)))).ApplyTo(snapshot);
    }

    private static string Space(int i) => "space" + (i / PerNamespace).ToString(CultureInfo.InvariantCulture);
}
