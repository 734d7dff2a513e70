using System.Collections.Immutable;
using AstRegistry.Generators.Names;
using AstRegistry.Packing;
using Microsoft.CodeAnalysis.Text;

namespace AstRegistry.Generators.Emission;

/// <summary>Writes <c>AppRegistry.Inventory.g.cs</c>: the sorted names of all types.</summary>
internal static class InventorySource
{
    /// <summary>Writes the source.</summary>
    public static SourceText Write(ImmutableArray<FileNames> files, RegistryFrame frame) =>
        DataSource.Write(frame, "public override string Inventory", InventoryWriter.Write(frame.Detail is null ? [] : Types(files)));

    // Partial declarations merge here: one entry, and the buckets of all its files.
    private static IEnumerable<InventoryEntry> Types(ImmutableArray<FileNames> files)
    {
        var buckets = new Dictionary<string, int[]>(StringComparer.Ordinal);
        foreach (var file in files)
        {
            foreach (var type in file.Types.AsSpan())
            {
                if (!buckets.TryGetValue(type.Key, out var known)) buckets.Add(type.Key, InventoryEntry.OneBucket(file.Bucket));
                else if (!known.Contains(file.Bucket)) buckets[type.Key] = [.. known.Append(file.Bucket).OrderBy(static bucket => bucket)];
            }
        }

        return buckets.Select(static entry => new InventoryEntry(entry.Key, entry.Value));
    }
}
