using AstRegistry.Locking;
using AstRegistry.Packing;

namespace AstRegistry.Renames;

/// <summary>A member while declarations are gathered: it knows its neighbours by their keys.</summary>
internal sealed class MemberDraft(LockKey key, string type, MemberRow row, string signature, TokenHash body)
{
    public LockKey Key { get; } = key;

    public LockKey? Previous { get; set; }

    public LockKey? Next { get; set; }

    public List<string> Targets { get; } = [];

    public DeclaredMember ToMember(Dictionary<string, int> types, Dictionary<LockKey, int> members, string[] targets) => new()
    {
        Key = Key,
        Type = types[type],
        Kind = row.Kind,
        Name = row.Name,
        Signature = signature,
        ParameterCount = row.Parameters.Length,
        ReturnType = row.ReturnType,
        BodyTokenCount = body.Count,
        BodyDigest = body.Digest,
        Previous = Previous is { } previous ? members[previous] : -1,
        Next = Next is { } next ? members[next] : -1,
        Targets = targets,
    };
}
