using AstRegistry.Generators.Files;
using AstRegistry.Identity;
using AstRegistry.Packing;

namespace AstRegistry.Generators.Names;

/// <summary>Takes out of a file's table what the inventory needs.</summary>
internal static class FileNamesReader
{
    /// <summary>The names of a file, and the bucket it falls into.</summary>
    public static FileNames Read(FileTable table, string project, FilePlace place)
    {
        var types = new TypeName[table.Types.Count];
        for (var i = 0; i < types.Length; i++)
        {
            var key = CanonicalKey.OfType(table.Types, i);
            types[i] = new(key, MemberHash.OfType(project, key), IsAccessible(table.Types, i));
        }

        var members = new List<MemberHash>(table.Members.Count);
        foreach (var member in table.Members)
        {
            if (member.IsNested) continue;
            var key = CanonicalKey.OfMember(types[member.Type].Key, member);
            members.Add(MemberHash.OfMember(project, member.Kind, member.IsPartialDefinition, key));
        }

        var bucket = BucketOf(place, types);
        var typesDigest = DigestOf(bucket, types);
        return new(bucket, new(types), new([.. members]), "", typesDigest, DigestOf(typesDigest, members));
    }

    /// <summary>
    /// The bucket of a file: by its path below the project. A file from elsewhere goes by its name and the types in it, because its
    /// absolute path differs between machines, and its full content would move it at each edit of a body.
    /// </summary>
    private static int BucketOf(FilePlace place, TypeName[] types)
    {
        var hash = StableHash.OfText(place.Path);
        if (!place.IsInside)
        {
            foreach (var type in types) hash = StableHash.Add(hash, type.Hash.Id);
            hash = StableHash.Finish(hash);
        }

        return (int)(hash % PackedFormat.Buckets);
    }

    // A part of a partial type that states no accessibility has the default of its place, which says less than another part may.
    private static bool IsAccessible(List<TypeRow> types, int index)
    {
        for (; index >= 0; index = types[index].Container)
        {
            if (types[index].Accessibility is not (DeclaredAccessibility.Public or DeclaredAccessibility.Internal or DeclaredAccessibility.ProtectedInternal)) return false;
        }

        return true;
    }

    private static ulong DigestOf(int bucket, TypeName[] types)
    {
        var hash = StableHash.Add(StableHash.Seed, (ulong)bucket);
        foreach (var type in types) hash = StableHash.Add(hash, type.Hash.Id);
        return StableHash.Finish(hash);
    }

    private static ulong DigestOf(ulong hash, List<MemberHash> members)
    {
        foreach (var member in members) hash = StableHash.Add(hash, member.Id);
        return StableHash.Finish(StableHash.Add(hash, (ulong)members.Count));
    }
}
