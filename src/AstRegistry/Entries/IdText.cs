using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace AstRegistry.Entries;

/// <summary>The text of an id, put together from its parts without a string.</summary>
internal ref struct IdText
{
    private const int Short = 256;
    private readonly ReadOnlySpan<char> _long;
    private Buffer _short;
    private readonly int _length;

    public IdText(string @namespace, string name)
    {
        _length = @namespace.Length + 1 + name.Length;
        if (_length > Short)
        {
            _long = string.Concat(@namespace, ":", name);
            return;
        }

        Span<char> text = _short;
        @namespace.CopyTo(text);
        text[@namespace.Length] = ':';
        name.CopyTo(text[(@namespace.Length + 1)..]);
    }

    [UnscopedRef]
    public readonly ReadOnlySpan<char> Text => _length > Short ? _long : ((ReadOnlySpan<char>)_short)[.._length];

    [InlineArray(Short)]
    private struct Buffer
    {
        private char _first;
    }
}
