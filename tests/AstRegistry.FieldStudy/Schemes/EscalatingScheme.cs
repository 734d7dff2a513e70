using AstRegistry.FieldStudy.Trees;
using AstRegistry.Identity;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AstRegistry.FieldStudy.Schemes;

/// <summary>
/// Escalating discriminators with full 64-bit keys, straight from the definition and apart from the product's code: the reference that
/// the product's ids stand beside.
/// </summary>
internal sealed class EscalatingScheme
{
    private const ulong OwnerIsMember = 0xA11CE;
    private const ulong BlockBelow = 0xB10C;
    private readonly MemberSyntax _tree;
    private readonly Role[] _roles;
    private readonly bool[] _isAnchor;
    private readonly int[] _owner;
    private readonly ulong[] _head;
    private readonly ulong[] _salient;
    private readonly ulong[] _ids;
    private readonly byte[] _levels;

    private EscalatingScheme(MemberSyntax tree)
    {
        _tree = tree;
        _roles = Roles.Of(tree);
        _isAnchor = [.. tree.Nodes.Select(IsAnchor)];
        _owner = new int[tree.Count];
        _head = new ulong[tree.Count];
        _salient = new ulong[tree.Count];
        _ids = new ulong[tree.Count];
        _levels = new byte[tree.Count];
        for (var i = 1; i < tree.Count; i++)
        {
            _owner[i] = _isAnchor[tree.Parent[i]] ? tree.Parent[i] : _owner[tree.Parent[i]];
            _salient[i] = Hash((ulong)tree.Nodes[i].RawKind, StableHash.OfText(SalientName.Of(tree.Nodes[i])));
        }

        for (var i = tree.Count - 1; i >= 0; i--) _head[i] = Head(i);
    }

    public static NodeIds Assign(MemberSyntax tree)
    {
        var scheme = new EscalatingScheme(tree);
        scheme.AssignAnchors();
        scheme.AssignSlots();
        scheme.AssignOthers();
        return new NodeIds(scheme._ids, scheme._levels, scheme._head);
    }

    public static bool IsAnchor(SyntaxNode node) =>
        node is (StatementSyntax and not BlockSyntax) or SwitchSectionSyntax or CatchClauseSyntax or AccessorDeclarationSyntax or SwitchExpressionArmSyntax;

    private static bool IsSlot(SyntaxNode node) => node is BlockSyntax or ElseClauseSyntax or FinallyClauseSyntax;

    private ulong Head(int node)
    {
        var hash = StableHash.Add(StableHash.Seed, (ulong)_tree.Nodes[node].RawKind);
        foreach (var token in _tree.OwnTokens[node]) hash = StableHash.Add(hash, _tree.Tokens[token]);
        foreach (var child in _tree.Children(node))
        {
            if (_isAnchor[child] || _tree.Nodes[child] is ElseClauseSyntax or FinallyClauseSyntax) continue;
            if (_tree.Nodes[child] is not BlockSyntax) hash = StableHash.Add(hash, _head[child]);
            else if (!_isAnchor[node] && _tree.Nodes[node] is not BlockSyntax) hash = StableHash.Add(hash, BlockBelow);
        }

        return StableHash.Finish(hash);
    }

    private void AssignAnchors()
    {
        var open = Enumerable.Range(1, _tree.Count - 1).Where(i => _isAnchor[i]).ToList();
        open = Close(open, 0, 0, i => _salient[i]);
        open = Close(open, 0, 1, i => _head[i]);
        open = Close(open, 0, 2, AnchorContext);
        open = Close(open, 0, 3, i => Hash(AnchorContext(i), PreviousSiblingHead(i)));
        CloseByOrdinal(open, 0, i => Hash(AnchorContext(i), PreviousSiblingHead(i)));
    }

    private ulong AnchorContext(int node)
    {
        var owner = _owner[node];
        var hash = Hash(_head[node], owner == 0 ? OwnerIsMember : _head[owner]);
        for (var i = node; i != owner; i = _tree.Parent[i]) hash = Hash(hash, StableHash.OfText(_roles[i].Name));
        return hash;
    }

    private ulong PreviousSiblingHead(int node)
    {
        ulong previous = 0;
        foreach (var sibling in _tree.Children(_tree.Parent[node]))
        {
            if (sibling == node) break;
            previous = _head[sibling];
        }

        return previous;
    }

    private void AssignSlots()
    {
        for (var i = 1; i < _tree.Count; i++)
        {
            if (!IsSlot(_tree.Nodes[i])) continue;
            _ids[i] = Hash(Hash(_ids[_owner[i]], PathFromOwner(i)), NodeIds.Slot);
            _levels[i] = NodeIds.Slot;
        }
    }

    private ulong PathFromOwner(int node)
    {
        var hash = StableHash.Seed;
        for (var i = node; i != _owner[node]; i = _tree.Parent[i])
            hash = Hash(Hash(hash, StableHash.OfText(_roles[i].Name)), (ulong)(_roles[i].Index + 1));
        return hash;
    }

    private void AssignOthers()
    {
        foreach (var group in Enumerable.Range(1, _tree.Count - 1).Where(i => !_isAnchor[i] && !IsSlot(_tree.Nodes[i])).GroupBy(i => _owner[i]))
        {
            var scope = Hash(_ids[group.Key], 1);
            var open = Close([.. group], scope, 0, i => _salient[i]);
            open = Close(open, scope, 1, i => _head[i]);
            open = Close(open, scope, 2, i => Hash(
                Hash(_head[i], StableHash.OfText(_roles[i].Name)),
                _tree.Parent[i] == group.Key ? OwnerIsMember : _salient[_tree.Parent[i]]));
            ulong Place(int i) => Hash(_salient[i], PathFromOwner(i));
            open = Close(open, scope, 3, Place);
            CloseByOrdinal(open, scope, Place);
        }
    }

    /// <summary>Gives an id to every open node whose key no other open node has, and returns the rest.</summary>
    private List<int> Close(List<int> open, ulong scope, byte level, Func<int, ulong> key)
    {
        var groups = open.GroupBy(key).ToList();
        foreach (var group in groups)
        {
            if (group.Count() > 1) continue;
            _ids[group.First()] = Hash(Hash(scope, level), group.Key);
            _levels[group.First()] = level;
        }

        return [.. groups.Where(g => g.Count() > 1).SelectMany(g => g).Order()];
    }

    private void CloseByOrdinal(List<int> open, ulong scope, Func<int, ulong> key)
    {
        foreach (var group in open.GroupBy(key))
        {
            ulong ordinal = 0;
            foreach (var node in group)
            {
                _ids[node] = Hash(Hash(Hash(scope, NodeIds.Ambiguous), group.Key), ordinal++);
                _levels[node] = NodeIds.Ambiguous;
            }
        }
    }

    private static ulong Hash(ulong left, ulong right) => StableHash.Finish(StableHash.Add(StableHash.Add(StableHash.Seed, left), right));
}
