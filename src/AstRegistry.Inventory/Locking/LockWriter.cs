using System.Globalization;
using System.Text;

namespace AstRegistry.Locking;

/// <summary>Writes records in the canonical form: the same records give the same bytes everywhere.</summary>
internal static class LockWriter
{
    private const string HexDigits = "0123456789ABCDEF";

    /// <summary>A record's line, without its end.</summary>
    public static string Line(LockRecord record)
    {
        var text = new StringBuilder();
        Append(text, record);
        return text.ToString();
    }

    /// <summary>Adds a record's line, without its end.</summary>
    public static void Append(StringBuilder text, LockRecord record)
    {
        AppendId(text, record.Id);
        text.Append(' ').Append(record.Key.Kind).Append(' ');
        AppendKey(text, record.Key.Key);
        if (record.Was is { } was)
        {
            text.Append(" was=");
            if (was.Kind != record.Key.Kind || StartsWithKind(was.Key)) text.Append(was.Kind).Append(':');
            AppendKey(text, was.Key);
        }

        if (record.Salt > 0) text.Append(" salt=").Append(record.Salt.ToString(CultureInfo.InvariantCulture));
        if (!record.Targets.IsAll) text.Append(" tfm=").Append(record.Targets.ToString());
        if (record.IsRetired) text.Append(" retired");
    }

    private static void AppendId(StringBuilder text, ulong id)
    {
        for (var shift = 60; shift >= 0; shift -= 4)
        {
            var digit = (int)(id >> shift) & 15;
            text.Append((char)(digit < 10 ? '0' + digit : 'a' + digit - 10));
        }
    }

    private static void AppendKey(StringBuilder text, string key)
    {
        var written = 0;
        for (var i = 0; i < key.Length; i++)
        {
            if (!IsEscaped(key[i])) continue;
            text.Append(key, written, i - written);
            AppendEscaped(text, key[i]);
            written = i + 1;
        }

        text.Append(key, written, key.Length - written);
    }

    /// <summary>Whether a character of a key is written as <c>%XX</c>. These are never more than two bytes of UTF-8.</summary>
    private static bool IsEscaped(char c) => c is ' ' or '%' || char.IsControl(c);

    private static void AppendEscaped(StringBuilder text, char c)
    {
        if (c >= 0x80)
        {
            AppendByte(text, 0xC0 | (c >> 6));
            AppendByte(text, 0x80 | (c & 0x3F));
        }
        else AppendByte(text, c);
    }

    private static void AppendByte(StringBuilder text, int value) => text.Append('%').Append(HexDigits[value >> 4]).Append(HexDigits[value & 15]);

    /// <summary>Whether a key would be read as one with a kind before it.</summary>
    private static bool StartsWithKind(string key)
    {
        var colon = key.IndexOf(':');
        return colon > 0 && LockKinds.Find(key, 0, colon) is not null;
    }
}
