using AstRegistry.Storage.Crash.Protocol;

namespace AstRegistry.Storage.Crash;

/// <summary>Makes intentions that fit the entries as they are.</summary>
internal sealed class ChangeMaker(VersionedRegistry registry, int seed)
{
    private const int NamesPerNamespace = 8;
    private const int MostChanges = 4;
    private const int MostTogether = 4;

    private static readonly string[] Quiet = IdsOf(Change.Quiet);
    private static readonly string[] Judged = IdsOf(Change.Judged);
    private static readonly string[] All = [.. Quiet, .. IdsOf(Change.Watched), .. Judged];

    // Makes values long enough for a checkpoint of several chunks.
    private static readonly string Padding = new('x', 60);

    private readonly Random _random = new(seed + 1);
    private int _values;

    /// <summary>Some operations on any entries.</summary>
    public Intention Any() => Make(Choose(All, _random.Next(1, MostChanges + 1)));

    /// <summary>One whose last operation the judge refuses.</summary>
    public Intention Refusable()
    {
        var judged = _random.GetItems(Judged, 1)[0];
        var others = Choose(All, MostChanges).Where(id => id != judged).Select(ChangeOf);
        return new(NewId(), [.. others, new Change(IsThere(judged) ? RegistryOperationKind.Update : RegistryOperationKind.Create, judged, Change.Wrong + NewValue())]);
    }

    /// <summary>Several that concern no handler and none of whose entries is another's.</summary>
    public IReadOnlyList<Intention> Together() => [.. Choose(Quiet, NamesPerNamespace).Chunk(NamesPerNamespace / MostTogether).Take(_random.Next(2, MostTogether + 1)).Select(Make)];

    private static string[] IdsOf(string @namespace) => [.. Enumerable.Range(0, NamesPerNamespace).Select(i => FormattableString.Invariant($"{@namespace}:e{i}"))];

    private IEnumerable<string> Choose(string[] from, int count)
    {
        string[] shuffled = [.. from];
        _random.Shuffle(shuffled);
        return shuffled.Take(count);
    }

    private Intention Make(IEnumerable<string> ids) => new(NewId(), [.. ids.Select(ChangeOf)]);

    private Change ChangeOf(string id)
    {
        if (!IsThere(id)) return new(RegistryOperationKind.Create, id, NewValue());
        return _random.Next(4) == 0 ? new(RegistryOperationKind.Delete, id, "") : new(RegistryOperationKind.Update, id, NewValue());
    }

    private bool IsThere(string id) => registry.Current.TryGet(id, out _);

    private string NewValue() => FormattableString.Invariant($"v{seed}.{_values++}.{Padding}");

    private Guid NewId()
    {
        Span<byte> bytes = stackalloc byte[16];
        _random.NextBytes(bytes);
        return new(bytes);
    }
}
