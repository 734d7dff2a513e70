using System.Buffers;
using AstRegistry.Values;

namespace AstRegistry.Entries;

/// <summary>What ids and kinds are made of.</summary>
internal static class IdRules
{
    private static readonly SearchValues<char> SegmentCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-");

    /// <summary>What is wrong with the text of an id, or null.</summary>
    public static string? FaultOf(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0) return $"'{Shorten(text)}' is no id: it has no colon between namespace and name.";
        return FaultOf(text.AsSpan(0, colon), text.AsSpan(colon + 1));
    }

    /// <inheritdoc cref="FaultOf(string)"/>
    public static string? FaultOf(ReadOnlySpan<char> @namespace, ReadOnlySpan<char> name) => NamespaceFault(@namespace) ?? NameFault(@namespace, name);

    /// <summary>What is wrong with a namespace, or null.</summary>
    public static string? NamespaceFault(ReadOnlySpan<char> @namespace) => SegmentsFault(@namespace, "namespace", RegistryLimits.MaxNamespaceLength);

    /// <summary>What is wrong with a name in a sound namespace, or null.</summary>
    public static string? NameFault(ReadOnlySpan<char> @namespace, ReadOnlySpan<char> name)
    {
        if (name.IsEmpty) return $"The name in the namespace '{Shorten(@namespace)}' is empty.";
        if (name.Length > RegistryLimits.MaxNameLength) return TooLong("name", name, RegistryLimits.MaxNameLength);
        if (char.IsWhiteSpace(name[0]) || char.IsWhiteSpace(name[^1])) return $"The name '{Shorten(name)}' begins or ends with white space.";
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsControl(name[i])) return FormattableString.Invariant($"The name '{Shorten(name)}' has a control character, U+{(int)name[i]:X4}, at index {i}.");
        }

        return TextRules.FirstLoneSurrogate(name) is var place and >= 0
            ? FormattableString.Invariant($"The name has a surrogate without its other half at index {place}.")
            : null;
    }

    /// <summary>What is wrong with segments joined by dots, or null.</summary>
    /// <param name="text">The segments.</param>
    /// <param name="role">What they are, for the message: namespace, kind.</param>
    /// <param name="maxLength">The most characters.</param>
    public static string? SegmentsFault(ReadOnlySpan<char> text, string role, int maxLength)
    {
        if (text.IsEmpty) return $"The {role} is empty.";
        if (text.Length > maxLength) return TooLong(role, text, maxLength);
        var start = 0;
        while (true)
        {
            var rest = text[start..];
            var end = rest.IndexOf('.');
            var segment = end < 0 ? rest : rest[..end];
            if (segment.IsEmpty) return FormattableString.Invariant($"The {role} '{Shorten(text)}' has an empty segment at index {start}.");
            if (segment.IndexOfAnyExcept(SegmentCharacters) is var bad and >= 0)
            {
                return FormattableString.Invariant($"The {role} '{Shorten(text)}' has '{segment[bad]}' at index {start + bad}; allowed are letters, digits, '_', '-', and dots between segments.");
            }

            if (end < 0) return null;
            start += end + 1;
        }
    }

    private static string TooLong(string role, ReadOnlySpan<char> text, int limit) =>
        FormattableString.Invariant($"The {role} '{Shorten(text)}' has {text.Length} characters; at most {limit} are allowed.");

    private static string Shorten(ReadOnlySpan<char> text) => text.Length <= 80 ? text.ToString() : string.Concat(text[..77], "...");
}
