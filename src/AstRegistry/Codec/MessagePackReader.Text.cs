using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace AstRegistry.Codec;

internal ref partial struct MessagePackReader
{
    private const int MaxOnStack = 256;

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
        if (bytes.Length > MaxOnStack) return LongText(bytes, at);
        Span<char> chars = stackalloc char[MaxOnStack];
        if (Utf8.ToUtf16(bytes, chars, out var read, out var written, replaceInvalidSequences: false) != OperationStatus.Done) throw NotText(at, bytes.Length, read);
        return new(chars[..written]);
    }

    private readonly string LongText(ReadOnlySpan<byte> bytes, int at) => Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : throw NotText(at, bytes.Length, 0);

    private readonly HistoryException NotText(int at, int length, int read) =>
        Fault(at, FormattableString.Invariant($"the string of {length} bytes is not sound UTF-8{(read > 0 ? $" behind its first {read}" : "")}"));
}
