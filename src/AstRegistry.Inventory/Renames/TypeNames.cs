using System.Text;

namespace AstRegistry.Renames;

/// <summary>The simple names of renamed types, and how signatures read that mention them.</summary>
internal sealed class TypeNames
{
    private readonly Dictionary<string, string?> _newNames = new(StringComparer.Ordinal);

    /// <summary>Learns of a renamed type. A name that became two names says nothing.</summary>
    public void Add(string old, string @new)
    {
        if (old == @new) return;
        _newNames[old] = _newNames.TryGetValue(old, out var other) && other != @new ? null : @new;
    }

    /// <summary>A member's name, in which the interface that it implements explicitly has the name it has now.</summary>
    public string RenameInterface(string name)
    {
        var own = name.LastIndexOf('.') + 1;
        return own <= 1 ? name : Rename(name.Substring(0, own)) + name.Substring(own);
    }

    /// <summary>A signature, or a type as written, in which the types have the names they have now.</summary>
    public string Rename(string text)
    {
        if (_newNames.Count == 0 || text.Length == 0) return text;
        StringBuilder? result = null;
        var copied = 0;
        for (var start = 0; start < text.Length;)
        {
            var end = start;
            while (end < text.Length && IsInName(text[end])) end++;
            if (end > start && _newNames.TryGetValue(text.Substring(start, end - start), out var name) && name is not null)
            {
                result = (result ?? new StringBuilder()).Append(text, copied, start - copied).Append(name);
                copied = end;
            }

            start = end + 1;
        }

        return result is null ? text : result.Append(text, copied, text.Length - copied).ToString();
    }

    private static bool IsInName(char c) => c == '_' || char.IsLetterOrDigit(c);
}
