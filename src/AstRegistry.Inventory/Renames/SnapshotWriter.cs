namespace AstRegistry.Renames;

/// <summary>Writes the body of a snapshot. Texts are numbered in the order of their first use.</summary>
internal sealed class SnapshotWriter
{
    private readonly List<byte> _bytes = [];
    private readonly Dictionary<string, int> _texts = new(StringComparer.Ordinal);
    private readonly List<string> _order = [];
    private readonly Dictionary<string, int> _targetSets = new(StringComparer.Ordinal);
    private readonly List<IReadOnlyList<string>> _sets = [];

    /// <summary>The body for some declarations.</summary>
    public static byte[] Write(ProjectDeclarations declarations)
    {
        // The tables come first but are known last.
        var rows = new SnapshotWriter();
        rows.WriteRows(declarations);
        var body = new SnapshotWriter();
        body.WriteText(declarations.ProjectName);
        body.WriteNumber(rows._order.Count);
        foreach (var text in rows._order) body.WriteText(text);
        body.WriteNumber(rows._sets.Count);
        foreach (var set in rows._sets)
        {
            body.WriteNumber(set.Count);
            foreach (var target in set) body.WriteText(target);
        }

        return [.. body._bytes, .. rows._bytes];
    }

    private void WriteRows(ProjectDeclarations declarations)
    {
        WriteNumber(declarations.Types.Count);
        foreach (var type in declarations.Types)
        {
            WriteNumber(type.Container + 1);
            WriteReference(type.Namespace);
            WriteReference(type.Name);
            WriteReference(type.OwnPart(declarations.Types));
            WriteNumber(type.Arity);
            WriteNumber((int)type.Kind);
            WriteNumber(type.TokenCount);
            WriteDigest(type.Digest);
            WriteTargets(type.Targets);
        }

        WriteNumber(declarations.Members.Count);
        foreach (var member in declarations.Members)
        {
            WriteNumber(member.Type);
            WriteNumber(((int)member.Kind << 1) | (member.IsPartialDefinition ? 1 : 0));
            WriteReference(member.Name);
            WriteReference(member.Signature);
            WriteNumber(member.ParameterCount);
            WriteReference(member.ReturnType);
            WriteNumber(member.BodyTokenCount);
            WriteDigest(member.BodyDigest);
            WriteNumber(member.Previous + 1);
            WriteNumber(member.Next + 1);
            WriteTargets(member.Targets);
        }
    }

    private void WriteNumber(int value)
    {
        var rest = (uint)value;
        for (; rest >= 0x80; rest >>= 7) _bytes.Add((byte)(rest | 0x80));
        _bytes.Add((byte)rest);
    }

    private void WriteDigest(ulong digest)
    {
        for (var shift = 0; shift < 64; shift += 8) _bytes.Add((byte)(digest >> shift));
    }

    /// <summary>Code unit by code unit, because the identifiers of broken code may be no Unicode text.</summary>
    private void WriteText(string text)
    {
        WriteNumber(text.Length);
        foreach (var unit in text) WriteNumber(unit);
    }

    private void WriteReference(string text)
    {
        if (!_texts.TryGetValue(text, out var index))
        {
            _texts.Add(text, index = _order.Count);
            _order.Add(text);
        }

        WriteNumber(index);
    }

    private void WriteTargets(IReadOnlyList<string> targets)
    {
        var key = string.Join(";", targets);
        if (!_targetSets.TryGetValue(key, out var index))
        {
            _targetSets.Add(key, index = _sets.Count);
            _sets.Add(targets);
        }

        WriteNumber(index);
    }
}
