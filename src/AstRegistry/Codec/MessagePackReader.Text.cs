using System.Text;
using System.Text.Unicode;

namespace AstRegistry.Codec;

internal ref partial struct MessagePackReader
{
    public string ReadString()
    {
        var at = _position;
        var code = Lead();
        return IsString(code) ? Text(StringBytesAfter(code, at), at) : throw Unexpected(at, code, "a string");
    }

    /// <summary>A string that is likely to come again, such as the name of a value or a kind.</summary>
    public string ReadShared()
    {
        var at = _position;
        var code = Lead();
        if (!IsString(code)) throw Unexpected(at, code, "a string");
        var bytes = StringBytesAfter(code, at);
        if (bytes.Length > SharedText.MaxBytes) return Text(bytes, at);
        if (SharedText.Find(bytes) is { } known) return known;
        var text = Text(bytes, at);
        SharedText.Keep(bytes, text);
        return text;
    }

    private readonly string Text(ReadOnlySpan<byte> bytes, int at)
    {
        if (Ascii.IsValid(bytes)) return Encoding.Latin1.GetString(bytes);
        return Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : throw Fault(at, FormattableString.Invariant($"the string of {bytes.Length} bytes is not sound UTF-8"));
    }
}
