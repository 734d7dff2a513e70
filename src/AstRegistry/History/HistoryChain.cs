using System.Security.Cryptography;
using AstRegistry.Codec;
using AstRegistry.Values;

namespace AstRegistry.History;

/// <summary>
/// Chains versions: the hash of each is the SHA-256 of the hash before it, its header and its change set. In the order in which they were appended,
/// whatever their parents.
/// </summary>
/// <remarks>
/// The header is MessagePack: <c>[1, revision, parent, ticks of 100 ns since year 1 in UTC, actor, commit id in network order, count of operations]</c>,
/// the first being the version of the form.
/// </remarks>
internal static class HistoryChain
{
    private const int HeaderVersion = 1;
    private const int HeaderParts = 7;

    /// <summary>The version as a history keeps it, behind the one of a hash.</summary>
    /// <exception cref="ArgumentException">The actor cannot be written in UTF-8 or is too long, or the count of operations is another.</exception>
    public static HistoryVersion Create(ChainHash previous, RegistryVersion version, ChangeSet changes)
    {
        TextRules.Check(version.Actor);
        if (version.OperationCount != changes.Count)
        {
            throw new ArgumentException(FormattableString.Invariant($"The version names {version.OperationCount} operations; its change set has {changes.Count}."), nameof(version));
        }

        var encoded = ChangeSetCodec.Encode(changes);
        return new(version, encoded, HashOf(previous, version, encoded));
    }

    /// <summary>Whether a version follows the one of a hash, unchanged.</summary>
    public static bool Verify(ChainHash previous, HistoryVersion version) => HashOf(previous, version.Version, version.Changes.Span) == version.Hash;

    public static ChainHash HashOf(ChainHash previous, RegistryVersion version, ReadOnlySpan<byte> changes)
    {
        using var header = new MessagePackWriter(ChainHash.Size);
        previous.CopyTo(header.Written);
        WriteHeader(header, version);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(header.Written);
        hash.AppendData(changes);
        Span<byte> result = stackalloc byte[ChainHash.Size];
        hash.GetHashAndReset(result);
        return new(result);
    }

    private static void WriteHeader(MessagePackWriter header, RegistryVersion version)
    {
        Span<byte> commitId = stackalloc byte[16];
        version.CommitId.TryWriteBytes(commitId, bigEndian: true, out _);
        header.WriteArrayHeader(HeaderParts);
        header.WriteInteger(HeaderVersion);
        header.WriteInteger(version.Revision);
        header.WriteInteger(version.Parent);
        header.WriteInteger(version.At.UtcTicks);
        header.WriteString(version.Actor);
        header.WriteBytes(commitId);
        header.WriteInteger(version.OperationCount);
    }
}
