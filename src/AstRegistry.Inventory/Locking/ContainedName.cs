using AstRegistry.Identity;

namespace AstRegistry.Locking;

/// <summary>A canonical key taken apart: what holds the declaration, and what it is called there.</summary>
/// <param name="Container">The key of the type, or the namespace; empty for none.</param>
/// <param name="Name">The rest of the key.</param>
/// <param name="ContainerId">The id of the type that holds the declaration; null for a namespace, or where the lock file does not have it.</param>
internal readonly record struct ContainedName(string Container, string Name, ulong? ContainerId)
{
    /// <summary>Takes a key apart. A member's type is looked up, because an explicitly implemented member has dots in its name.</summary>
    public static ContainedName Of(LockKey key, LockFile file)
    {
        var text = key.Key;
        if (key.Kind == KindTag.Type)
        {
            var end = EndOfTypeContainer(text);
            return At(text, end, TypeId(file, text, end));
        }

        var name = EndOfName(text);
        var likely = -1;
        for (var dot = text.LastIndexOf('.', name - 1, name); dot > 0; dot = text.LastIndexOf('.', dot - 1, dot))
        {
            if (TypeId(file, text, dot) is { } id) return At(text, dot, id);

            // The name of a constructor begins with a dot.
            if (likely < 0 && text[dot - 1] != '.') likely = dot;
        }

        return At(text, likely, null);
    }

    private static ContainedName At(string text, int end, ulong? container) =>
        end < 0 ? new("", text, null) : new(text.Substring(0, end), text.Substring(end + 1), container);

    private static ulong? TypeId(LockFile file, string text, int end) =>
        end < 0 ? null : file.FindLive(new(KindTag.Type, text.Substring(0, end)))?.Id;

    /// <summary>Where the outer type or the namespace ends. The name of a file-local type goes on behind <c>@</c> with that of its file.</summary>
    private static int EndOfTypeContainer(string key)
    {
        var plus = key.LastIndexOf('+');
        if (plus >= 0) return plus;
        var file = key.IndexOf('@');
        return file < 0 ? key.LastIndexOf('.') : key.LastIndexOf('.', file);
    }

    /// <summary>Where a member's parameters begin; a list of type arguments before them may hold parentheses and brackets.</summary>
    private static int EndOfName(string key)
    {
        var depth = 0;
        for (var i = 0; i < key.Length; i++)
        {
            if (key[i] == '<') depth++;
            else if (key[i] == '>') depth--;
            else if (key[i] is '(' or '[' && depth == 0 && i > 0) return i;
        }

        return key.Length;
    }
}
