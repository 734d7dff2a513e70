using System.Security.Cryptography;
using System.Text;

namespace AstRegistry.Storage.Conformance.PostgreSql;

/// <summary>Versions to append.</summary>
internal static class Samples
{
    /// <summary>A version that follows a head, with a hash that depends on the head's.</summary>
    public static HistoryVersion After(in HistoryHead head, byte[]? changes = null, Guid? commitId = null, string actor = "tester")
    {
        changes ??= Encoding.UTF8.GetBytes($"changes of {head.Revision + 1}");
        var id = commitId ?? Guid.NewGuid();
        var hash = SHA256.HashData([.. head.Hash.ToArray(), .. id.ToByteArray(), .. changes]);
        return new(new(head.Revision + 1, head.Current, new DateTimeOffset(638_000_000_000_000_001, TimeSpan.Zero), actor, id, 3), changes, new(hash));
    }

    /// <summary>Versions that follow a head one after the other.</summary>
    public static HistoryVersion[] ManyAfter(HistoryHead head, int count, Func<int, byte[]>? changes = null)
    {
        var versions = new HistoryVersion[count];
        for (var i = 0; i < count; i++)
        {
            versions[i] = After(head, changes?.Invoke(i));
            head = new(head.Revision + 1, head.Revision + 1, head.Epoch, head.CompactedRevision, versions[i].Hash);
        }

        return versions;
    }

    /// <summary>Versions that share one change set, which is not looked at.</summary>
    public static HistoryVersion[] Chained(int count, byte[] changes) =>
        [.. Enumerable.Range(1, count).Select(revision => new HistoryVersion(new(revision, revision - 1, DateTimeOffset.UnixEpoch, "", Guid.NewGuid(), 1), changes, default))];

    /// <summary>Bytes that do not compress, always the same for a seed.</summary>
    public static byte[] Bytes(int count, int seed = 1)
    {
        var bytes = new byte[count];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    public static async Task<List<T>> ToListAsync<T>(this IAsyncEnumerable<T> source, int? count = null)
    {
        var all = new List<T>();
        if (count == 0) return all;
        await foreach (var item in source)
        {
            all.Add(item);
            if (all.Count == count) break;
        }

        return all;
    }
}
