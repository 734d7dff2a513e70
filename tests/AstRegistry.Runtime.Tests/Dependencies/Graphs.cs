using FsCheck;
using FsCheck.Fluent;

namespace AstRegistry.Runtime.Tests.Dependencies;

/// <summary>Entries that depend on one another, chosen and random.</summary>
internal static class Graphs
{
    /// <summary>Random graphs, with circles.</summary>
    public static readonly Gen<Graph> Any = Of(static (node, target) => true);

    /// <summary>Random graphs without circles, whose names say nothing about their order.</summary>
    public static readonly Gen<Graph> Acyclic = Of(static (node, target) => node * 7 % 11 > target * 7 % 11);

    public static RegistryEntry Entry(string id, params IEnumerable<string> dependencies) => new(
        EntryId.Parse(id),
        "test.entry",
        RegistryValue.MapOf(("depends_on", RegistryValue.ListOf(dependencies.Select(static name => (RegistryValue)name)))));

    private static Gen<Graph> Of(Func<int, int, bool> isAllowed) =>
        from nodes in Gen.SubListOf(Enumerable.Range(1, 10))
        from edges in Gen.Zip(Gen.Choose(1, 10), Gen.Choose(1, 10)).ListOf()
        from seed in Gen.Choose(0, 1000)
        select new Graph([.. nodes], [.. edges.Where(edge => isAllowed(edge.Item1, edge.Item2)).Select(static edge => (edge.Item1, edge.Item2))], seed);

    /// <summary>Entries by number, with what each depends on, which may be missing.</summary>
    public sealed record Graph(int[] Nodes, (int Node, int Target)[] Edges, int Seed)
    {
        private HashSet<(EntryId, EntryId)>? _reach;

        public static EntryId IdOf(int node) => new("n", $"{(char)('a' + node)}");

        public RegistrySnapshot Snapshot() => Versions.Samples.Snapshot(Entries());

        /// <summary>The same entries, made in another order.</summary>
        public RegistrySnapshot Shuffled() => Versions.Samples.Snapshot(Shuffle(Entries(), Seed));

        /// <summary>Entries that name the same dependencies in another order, made in another order.</summary>
        public RegistrySnapshot Rewritten() => (this with { Edges = [.. Shuffle(Edges, Seed + 1)] }).Shuffled();

        /// <summary>Whether an entry depends on another, directly or not.</summary>
        public bool Reaches(EntryId id, EntryId target) => (_reach ??= Reach()).Contains((id, target));

        /// <summary>Each entry comes after those that it depends on, unless they depend on it as well.</summary>
        public void AssertOrdered(IReadOnlyList<EntryId> order)
        {
            for (var i = 0; i < order.Count; i++)
            {
                for (var j = i + 1; j < order.Count; j++)
                {
                    Assert.False(Reaches(order[i], order[j]) && !Reaches(order[j], order[i]), $"{order[i]} depends on {order[j]}, which comes after it");
                }
            }
        }

        public override string ToString() => $"[{string.Join(' ', Nodes.Select(IdOf))}] {string.Join(' ', Edges.Select(static edge => $"{IdOf(edge.Node)}→{IdOf(edge.Target)}"))}";

        private static IEnumerable<T> Shuffle<T>(IEnumerable<T> items, int seed)
        {
            var random = new Random(seed);
            return items.Select(item => (Item: item, Place: random.Next())).OrderBy(static pair => pair.Place).Select(static pair => pair.Item);
        }

        private IEnumerable<RegistryEntry> Entries() => Nodes.Select(node => Entry(IdOf(node).ToString(), Edges.Where(edge => edge.Node == node).Select(static edge => IdOf(edge.Target).Name)));

        /// <summary>By squaring the relation until it grows no more.</summary>
        private HashSet<(EntryId, EntryId)> Reach()
        {
            var reach = Edges.Where(edge => Nodes.Contains(edge.Node) && Nodes.Contains(edge.Target)).Select(static edge => (IdOf(edge.Node), IdOf(edge.Target))).ToHashSet();
            while (true)
            {
                var before = reach.Count;
                reach.UnionWith((from left in reach from right in reach where left.Item2 == right.Item1 select (left.Item1, right.Item2)).ToList());
                if (reach.Count == before) return reach;
            }
        }
    }
}
