using AstRegistry.Identity;
using AstRegistry.Locking;

namespace AstRegistry.Renames;

/// <summary>Reads the body of a snapshot. Every number is held against what it can be, so that no input makes it fail in another way.</summary>
internal sealed class SnapshotReader(byte[] bytes, int at)
{
    private string[] _texts = [];
    private IReadOnlyList<string>[] _targetSets = [];

    /// <summary>The declarations of the body.</summary>
    /// <exception cref="PackedDataException">The body is damaged.</exception>
    public ProjectDeclarations Read()
    {
        var project = ReadText();
        _texts = ReadMany(ReadText);
        _targetSets = ReadMany<IReadOnlyList<string>>(() => ReadMany(ReadText));
        var types = new DeclaredType[ReadCount()];
        for (var i = 0; i < types.Length; i++) types[i] = ReadType(types, i);
        var members = new DeclaredMember[ReadCount()];
        for (var i = 0; i < members.Length; i++) members[i] = ReadMember(types, members.Length);
        return at == bytes.Length ? new ProjectDeclarations(project, types, members) : throw Damage("it goes on behind its end");
    }

    private DeclaredType ReadType(DeclaredType[] types, int index)
    {
        // Containers stand before what they contain.
        var container = ReadNumber(index) - 1;
        var space = ReadReference();
        var name = ReadReference();
        return new DeclaredType
        {
            Key = new LockKey(KindTag.Type, DeclaredType.KeyPrefix(container < 0 ? null : types[container], space) + ReadReference()),
            Container = container,
            Namespace = space,
            Name = name,
            Arity = ReadNumber(int.MaxValue),
            Kind = (ModuleKind)ReadNumber((int)ModuleKind.TopLevelProgram),
            TokenCount = ReadNumber(int.MaxValue),
            Digest = ReadDigest(),
            Targets = ReadTargets(),
        };
    }

    private DeclaredMember ReadMember(DeclaredType[] types, int memberCount)
    {
        var type = ReadNumber(types.Length - 1);
        var kindAndHalf = ReadNumber(((int)MemberKind.TopLevelStatements << 1) | 1);
        var kind = (MemberKind)(kindAndHalf >> 1);
        var name = ReadReference();
        var signature = ReadReference();
        return new DeclaredMember
        {
            Key = new LockKey(KindTag.Of(kind, (kindAndHalf & 1) != 0).Replace(' ', '-'), types[type].Key.Key + "." + name + signature),
            Type = type,
            Kind = kind,
            Name = name,
            Signature = signature,
            ParameterCount = ReadNumber(int.MaxValue),
            ReturnType = ReadReference(),
            BodyTokenCount = ReadNumber(int.MaxValue),
            BodyDigest = ReadDigest(),
            Previous = ReadNumber(memberCount) - 1,
            Next = ReadNumber(memberCount) - 1,
            Targets = ReadTargets(),
        };
    }

    private T[] ReadMany<T>(Func<T> read)
    {
        var items = new T[ReadCount()];
        for (var i = 0; i < items.Length; i++) items[i] = read();
        return items;
    }

    /// <summary>A number of things, each of which takes at least a byte.</summary>
    private int ReadCount() => ReadNumber(bytes.Length - at);

    private string ReadText()
    {
        var text = new char[ReadCount()];
        for (var i = 0; i < text.Length; i++) text[i] = (char)ReadNumber(char.MaxValue);
        return new string(text);
    }

    private string ReadReference() => _texts.Length == 0 ? throw Damage("it has no texts") : _texts[ReadNumber(_texts.Length - 1)];

    private IReadOnlyList<string> ReadTargets() => _targetSets.Length == 0 ? throw Damage("it has no targets") : _targetSets[ReadNumber(_targetSets.Length - 1)];

    private ulong ReadDigest()
    {
        if (bytes.Length - at < sizeof(ulong)) throw Damage("it ends within a digest");
        ulong digest = 0;
        for (var shift = 0; shift < 64; shift += 8) digest |= (ulong)bytes[at++] << shift;
        return digest;
    }

    private int ReadNumber(int limit)
    {
        ulong value = 0;
        for (var shift = 0; shift < 35; shift += 7)
        {
            if (at >= bytes.Length) throw Damage("it ends within a number");
            var part = bytes[at++];
            value |= (ulong)(part & 0x7F) << shift;
            if (part >= 0x80) continue;
            return limit >= 0 && value <= (ulong)limit ? (int)value : throw Damage(FormattableString.Invariant($"{value} stands at byte {at} where at most {limit} can be"));
        }

        throw Damage(FormattableString.Invariant($"a number at byte {at} has no end"));
    }

    private static PackedDataException Damage(string reason) => DeclarationSnapshot.Refusal(reason);
}
