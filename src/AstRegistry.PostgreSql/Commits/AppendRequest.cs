using AstRegistry.History;
using Npgsql;

namespace AstRegistry.PostgreSql;

/// <summary>Versions to be appended, checked, and as the columns that the statement takes.</summary>
internal sealed class AppendRequest
{
    /// <summary>The most bytes of all change sets together: the server takes no value of 1 GiB, and they go as one.</summary>
    private const long MaxBytes = 900L << 20;

    private readonly List<long> _chunkRevisions = [];
    private readonly List<int> _chunkNumbers = [];
    private readonly List<byte[]> _chunks = [];

    /// <exception cref="ArgumentException">There are no versions, they do not follow the head, or hold what cannot be stored.</exception>
    public AppendRequest(string registry, HistoryHead expected, IReadOnlyList<HistoryVersion> versions)
    {
        HistoryRules.CheckAppend(expected, versions);
        CheckSize(versions);
        Registry = registry;
        Expected = expected;
        Versions = [.. versions];
        foreach (var version in Versions)
        {
            OptionRules.CheckText(version.Version.Actor, nameof(versions));
            Cut(version);
        }
    }

    public string Registry { get; }

    public HistoryHead Expected { get; }

    public HistoryVersion[] Versions { get; }

    /// <summary>Names the change of the head.</summary>
    public Guid Change { get; } = Guid.NewGuid();

    /// <summary>What was to be done, to be read after "could not".</summary>
    public string Task => Versions.Length == 1
        ? FormattableString.Invariant($"append version {Versions[0].Version.Revision} to '{Registry}'")
        : FormattableString.Invariant($"append versions {Versions[0].Version.Revision} to {Versions[^1].Version.Revision} to '{Registry}'");

    /// <summary>The head once the versions are appended.</summary>
    /// <param name="compactedRevision">What the head says of compaction; only the database knows.</param>
    public HistoryHead HeadAfter(long compactedRevision)
    {
        var last = Versions[^1];
        return new(last.Version.Revision, last.Version.Revision, Expected.Epoch + 1, compactedRevision, last.Hash);
    }

    /// <summary>The values of <c>append.sql</c>.</summary>
    public void AddTo(NpgsqlParameterCollection parameters)
    {
        var last = Versions[^1];
        parameters.With(Registry).With(Expected.Revision).With(Expected.Epoch).With(Expected.Hash.ToArray());
        parameters.With(last.Version.Revision).With(last.Hash.ToArray()).With(Change);
        parameters.With(Column(static version => version.Version.Revision)).With(Column(static version => version.Version.Parent));
        parameters.With(Column(static version => version.Version.At.UtcTicks)).With(Column(static version => version.Version.Actor));
        parameters.With(Column(static version => version.Version.CommitId)).With(Column(static version => version.Version.OperationCount));
        parameters.With(Column(static version => version.Changes.Length)).With(Column(static version => version.Hash.ToArray()));
        parameters.With(_chunkRevisions.ToArray()).With(_chunkNumbers.ToArray()).With(_chunks.ToArray());
    }

    /// <summary>The values of <c>find-commits.sql</c>.</summary>
    public void AddKeysTo(NpgsqlParameterCollection parameters)
    {
        parameters.With(Registry).With(Column(static version => version.Version.CommitId)).With(Column(static version => version.Version.Revision));
        parameters.With(Column(static version => version.Hash.ToArray()));
    }

    private static void CheckSize(IReadOnlyList<HistoryVersion> versions)
    {
        if (versions.Sum(static version => (long)version.Changes.Length) is var bytes && bytes <= MaxBytes) return;
        throw new ArgumentException(FormattableString.Invariant($"The change sets have {bytes} bytes together; PostgreSQL takes at most {MaxBytes} at once. Append fewer versions, or smaller ones."), nameof(versions));
    }

    private T[] Column<T>(Func<HistoryVersion, T> value) => Array.ConvertAll(Versions, version => value(version));

    private void Cut(HistoryVersion version)
    {
        var number = 0;
        foreach (var chunk in Chunks.Of(version.Changes))
        {
            _chunkRevisions.Add(version.Version.Revision);
            _chunkNumbers.Add(number++);
            _chunks.Add(chunk);
        }
    }
}
