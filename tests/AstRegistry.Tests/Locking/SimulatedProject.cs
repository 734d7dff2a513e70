using System.Collections.Concurrent;
using AstRegistry.Locking;

namespace AstRegistry.Tests.Locking;

/// <summary>
/// A project that people work on in parallel: namespaces of types of ten to twenty members each. A branch adds declarations, most of them to
/// a few hot types, and renames and removes others, most of them in a few hot namespaces; some of these are hot on both branches. The
/// branch's lock file is written by the update.
/// </summary>
internal sealed class SimulatedProject
{
    public const string Name = "Shop";

    private const int TypesPerNamespace = 22;

    private static readonly string[] Areas = ["Billing", "Carts", "Catalog", "Checkout", "Customers", "Delivery", "Invoices", "Offers", "Orders", "Payments", "Returns", "Search", "Stock", "Taxes", "Support", "Coupons", "Ratings", "Reports"];
    private static readonly string[] Nouns = ["Account", "Basket", "Cache", "Discount", "Entry", "Filter", "Group", "Handler", "Item", "Line", "Message", "Note", "Option", "Price", "Query", "Rule", "Session", "Ticket", "User", "Value", "Window", "Zone"];
    private static readonly string[] Verbs = ["Add", "Build", "Clear", "Delete", "Ensure", "Find", "Get", "Has", "Insert", "Join", "Keep", "Load", "Move", "Notify", "Open", "Parse", "Read", "Save", "Try", "Update", "Validate", "Write"];
    private static readonly string[] Parameters = ["", "int", "string", "Item", "Item,int", "ref Item", "IReadOnlyList<Item>", "string,CancellationToken"];

    private readonly List<LockKey> _declared = [];
    private readonly LockKey[] _types;
    private readonly ConcurrentDictionary<string, LockKey[]> _spots = [];

    public SimulatedProject(int seed)
    {
        var random = new Random(seed);
        foreach (var area in Areas)
        {
            for (var type = 0; type < TypesPerNamespace; type++) AddType(_declared, random, $"Shop.{area}.{Nouns[type]}{Verbs[random.Next(Verbs.Length)]}er", random.Next(10, 21));
        }

        _types = [.. _declared.Where(static key => key.Kind == "type")];
        Lock = Update(LockFile.Empty, _declared, []);
    }

    /// <summary>The lock file that all branches start from.</summary>
    public LockFile Lock { get; }

    /// <summary>The lock file of a branch.</summary>
    /// <param name="random">What the branch does.</param>
    /// <param name="added">How many declarations come.</param>
    /// <param name="changed">How many declarations go, or are renamed.</param>
    /// <param name="spots">Where.</param>
    public LockFile Branch(Random random, int added, int changed, HotSpots spots)
    {
        var code = new HashSet<LockKey>(_declared);
        var renames = new List<(LockKey From, LockKey To)>();
        var touched = new HashSet<LockKey>();
        while (touched.Count < changed)
        {
            var key = Pick(random, spots.Changed);
            if (key.Kind == "type" || !touched.Add(key)) continue;
            code.Remove(key);
            if (random.Next(2) == 0) continue;
            var renamed = NewMember(random, Container(key));
            code.Add(renamed);
            renames.Add((key, renamed));
        }

        for (var target = code.Count + added; code.Count < target;)
        {
            var container = Container(Pick(random, spots.Added));
            if (target - code.Count > 12 && random.Next(8) == 0) AddType(code, random, $"{container}{Nouns[random.Next(Nouns.Length)]}{random.Next(1000)}", random.Next(5, 12));
            else code.Add(NewMember(random, container));
        }

        return Update(Lock, code, renames);
    }

    /// <summary>Two types for additions and three namespaces for changes, the first of each hot for all who ask with the same number.</summary>
    public HotSpots SpotsAround(Random random, int shared)
    {
        string AnyArea() => Areas[random.Next(Areas.Length)];
        return new([HotType(shared), HotType(random.Next(1000))], [Hot($"Shop.{Areas[shared % Areas.Length]}."), Hot($"Shop.{AnyArea()}."), Hot($"Shop.{AnyArea()}.")]);
    }

    /// <summary>Three types for all that happens, hot for all who ask with the same number.</summary>
    public HotSpots SpotsAt(int shared)
    {
        LockKey[][] types = [HotType(shared), HotType(shared + 1), HotType(shared + 2)];
        return new(types, types);
    }

    private LockKey[] HotType(int number) => Hot(_types[number * 7 % _types.Length].Key + ".");

    private LockKey[] Hot(string prefix) => _spots.GetOrAdd(prefix, prefix => [.. _declared.Where(key => key.Key.StartsWith(prefix, StringComparison.Ordinal))]);

    private LockKey Pick(Random random, LockKey[][] spots)
    {
        if (random.Next(4) == 0) return _declared[random.Next(_declared.Count)];
        var spot = spots[random.Next(spots.Length)];
        return spot[random.Next(spot.Length)];
    }

    private static LockFile Update(LockFile old, IEnumerable<LockKey> code, List<(LockKey From, LockKey To)> renames) =>
        LockUpdate.Compute(old, Name, [.. code.Select(static key => new LockEntry(key))], renames, new()).File;

    private static void AddType(ICollection<LockKey> code, Random random, string name, int members)
    {
        code.Add(new("type", name));
        for (var i = 0; i < members; i++) code.Add(NewMember(random, name));
    }

    /// <summary>Names are drawn from so many that two branches seldom choose the same one, but they do.</summary>
    private static LockKey NewMember(Random random, string container)
    {
        var name = $"{container}.{Verbs[random.Next(Verbs.Length)]}{Nouns[random.Next(Nouns.Length)]}{random.Next(20)}";
        return random.Next(4) == 0 ? new("property", name) : new("method", $"{name}({Parameters[random.Next(Parameters.Length)]})");
    }

    private static string Container(LockKey key) => key.Kind == "type" ? key.Key : key.Key[..key.Key.LastIndexOf('.', key.Key.IndexOf('(', StringComparison.Ordinal) is >= 0 and var parameters ? parameters : key.Key.Length - 1)];
}

/// <summary>The declarations among which three of four changes happen.</summary>
/// <param name="Added">Beside which declarations come.</param>
/// <param name="Changed">Of which some go or are renamed.</param>
internal sealed record HotSpots(LockKey[][] Added, LockKey[][] Changed);
