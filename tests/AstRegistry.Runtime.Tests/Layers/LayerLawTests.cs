using FsCheck;
using FsCheck.Fluent;

namespace AstRegistry.Runtime.Tests.Layers;

/// <summary>Random trees of layers do what a tree of plain dictionaries does.</summary>
public sealed class LayerLawTests
{
    private static readonly Config Some = Config.QuickThrowOnFailure.WithMaxTest(80);

    private static readonly EntryId[] Ids = [.. Enumerable.Range(0, 12).Select(static i => new EntryId($"law{i % 2}", $"item{i}"))];

    private static readonly Gen<(int Kind, int Layer, int Key)[]> Steps =
        (from kind in Gen.Choose(0, 11) from layer in Gen.Choose(0, 1_000) from key in Gen.Choose(0, Ids.Length - 1) select (kind, layer, key)).ArrayOf(150);

    [Fact]
    public void Layers_are_a_tree_of_dictionaries() => Check.One(Some, Prop.ForAll(Steps.ToArbitrary(), static steps =>
    {
        var open = new List<(LayeredRegistry<string, string> Layer, Model Model)> { (Layer.NewRoot(), new Model(null)) };
        var value = 0;
        foreach (var (kind, number, key) in steps)
        {
            var (layer, model) = open[number % open.Count];
            var id = Ids[key];
            switch (kind)
            {
                case <= 2:
                    layer.PutScheme(id, $"{++value}");
                    model.Put("s" + id, $"{value}");
                    break;
                case <= 4:
                    layer.PutAst(id, $"{++value}");
                    model.Put("a" + id, $"{value}");
                    break;
                case 5: Assert.Equal(model.Remove("s" + id, "a" + id), layer.Remove(id)); break;
                case 6: Assert.Equal(model.Remove("s" + id), layer.RemoveScheme(id)); break;
                case <= 8: open.Add((layer.BeginBatch(), new(model))); break;
                case 9 when !layer.IsRoot:
                    layer.Discard();
                    model.IsOpen = false;
                    open.Remove((layer, model));
                    break;
                case >= 10 when !layer.IsRoot && model.Parent!.IsOpen:
                    var conflicts = model.Commit();
                    Assert.Equal(conflicts.Count == 0, layer.TryCommit(out var found));
                    Assert.Equal(conflicts, found.SelectMany(static conflict => KeysOf(conflict)).Order(StringComparer.Ordinal));
                    if (conflicts.Count == 0) open.Remove((layer, model));
                    break;
            }

            foreach (var (other, expected) in open) Assert.Equal(expected.Describe(), DescribeOf(other));
        }
    }));

    private static IEnumerable<string> KeysOf(LayerConflict conflict)
    {
        if (conflict.Parts.HasFlag(LayerParts.Scheme)) yield return "s" + conflict.Id;
        if (conflict.Parts.HasFlag(LayerParts.Ast)) yield return "a" + conflict.Id;
    }

    private static string DescribeOf(LayeredRegistry<string, string> layer) => string.Join(' ', Ids.SelectMany(id => new[] { ("s" + id, layer.SchemeOf(id)), ("a" + id, layer.AstOf(id)) })
        .Where(static item => item.Item2 is not null).Select(static item => $"{item.Item1}={item.Item2}").Order(StringComparer.Ordinal)) + $" r{layer.Revision}";

    /// <summary>The tree of dictionaries. A value that is written is never written again, so values tell whether somebody wrote.</summary>
    private sealed class Model(Model? parent)
    {
        private readonly Dictionary<string, string> _origin = parent is null ? [] : new(parent._items);
        private readonly Dictionary<string, string> _items = parent is null ? [] : new(parent._items);
        private readonly HashSet<string> _touched = [];
        private int _revision;

        public Model? Parent => parent;

        public bool IsOpen { get; set; } = true;

        public void Put(string key, string value)
        {
            _items[key] = value;
            _touched.Add(key);
        }

        /// <summary>Who removes an element does not want the part either that somebody else puts meanwhile.</summary>
        public bool Remove(params string[] keys)
        {
            if (!keys.Any(_items.ContainsKey)) return false;
            foreach (var key in keys)
            {
                _items.Remove(key);
                _touched.Add(key);
            }

            return true;
        }

        public List<string> Commit()
        {
            var conflicts = _touched.Where(key => _origin.GetValueOrDefault(key) != parent!._items.GetValueOrDefault(key)).Order(StringComparer.Ordinal).ToList();
            if (conflicts.Count > 0) return conflicts;
            foreach (var key in _touched)
            {
                parent!._touched.Add(key);
                if (_items.TryGetValue(key, out var value)) parent._items[key] = value;
                else parent._items.Remove(key);
            }

            parent!._revision++;
            IsOpen = false;
            return conflicts;
        }

        public string Describe() => string.Join(' ', _items.Select(static item => $"{item.Key}={item.Value}").Order(StringComparer.Ordinal)) + $" r{_revision}";
    }
}
