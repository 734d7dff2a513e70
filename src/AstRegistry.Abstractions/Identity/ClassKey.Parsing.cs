#if NET8_0_OR_GREATER
using System.Diagnostics.CodeAnalysis;

namespace AstRegistry;

/// <content>The framework's interfaces for parsing; the text form has no culture.</content>
public sealed partial class ClassKey : ISpanParsable<ClassKey>
{
    static ClassKey IParsable<ClassKey>.Parse(string s, IFormatProvider? provider) => Parse(s);

    static ClassKey ISpanParsable<ClassKey>.Parse(ReadOnlySpan<char> s, IFormatProvider? provider) => Parse(s.ToString());

    static bool IParsable<ClassKey>.TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out ClassKey result) =>
        TryParse(s, out result);

    static bool ISpanParsable<ClassKey>.TryParse(ReadOnlySpan<char> s, IFormatProvider? provider, [MaybeNullWhen(false)] out ClassKey result) =>
        TryParse(s.ToString(), out result);
}
#endif
