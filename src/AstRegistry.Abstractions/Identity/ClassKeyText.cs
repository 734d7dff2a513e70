using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;

namespace AstRegistry.Identity;

/// <summary>Writes, reads and compares the text form of a <see cref="ClassKey"/>.</summary>
internal static class ClassKeyText
{
    private const char Separator = '!';
    private const char Escape = '%';
    private static readonly string[] Origins = ["framework", "reference", "source"];
    private static readonly string?[] Shared = new string?[61];

    /// <summary>Refuses what cannot be a part of a key.</summary>
    public static void Check(string part, string name)
    {
        if (part is null) throw new ArgumentNullException(name);
        if (part.Length == 0) throw new ArgumentException("A part of a class key cannot be empty.", name);
        if (FindLoneSurrogate(part) is var index and >= 0)
        {
            throw new ArgumentException(FormattableString.Invariant($"Character {index + 1} is half a surrogate pair (U+{(int)part[index]:X4}), which no file can hold."), name);
        }
    }

    /// <summary>The canonical text.</summary>
    public static string Write(ClassKey key)
    {
        var text = new StringBuilder(key.Project.Length + key.MetadataName.Length + 12);
        Append(text, key.Project);
        text.Append(Separator).Append(Origins[(int)key.Origin]).Append(Separator);
        Append(text, key.MetadataName);
        if (key.Module is not null) Append(text.Append(Separator), key.Module);
        return text.ToString();
    }

    /// <summary>Orders parts as they would be ordered ordinally in their escaped form, to whose end the separator belongs.</summary>
    public static int Compare(string left, string right)
    {
        var length = Math.Min(left.Length, right.Length);
        for (var i = 0; i < length; i++)
        {
            char x = left[i], y = right[i];
            if (x == y) continue;

            // Of two characters that are both escaped, the UTF-8 bytes are in the order of the characters.
            if (MustEscape(x) == MustEscape(y)) return x - y;
            return MustEscape(x) ? Escape - y : x - Escape;
        }

        return left.Length - right.Length;
    }

    /// <summary>Reads the canonical text; otherwise says what is wrong with it, and where.</summary>
    public static bool TryRead(string text, [NotNullWhen(true)] out ClassKey? key, [NotNullWhen(false)] out string? fault)
    {
        key = null;
        var reader = new Reader(text);
        var project = reader.Part("a project name");
        reader.Separate("'!' and the origin");
        var start = reader.At;
        var origin = Array.IndexOf(Origins, reader.Part("the origin 'framework', 'reference' or 'source'"));
        if (origin < 0) reader.Fail(start, "the origin 'framework', 'reference' or 'source'");
        reader.Separate("'!' and a metadata name");
        var name = reader.Part("a metadata name");
        string? module = null;
        if (!reader.IsAtEnd)
        {
            reader.Separate("the end");
            module = reader.Part("the name of the defining assembly");
        }

        if (!reader.IsAtEnd) reader.Fail(reader.At, "the end");
        fault = reader.Fault;
        if (fault is not null) return false;
        key = new ClassKey(Share(project), (ClassOrigin)origin, name, module is null ? null : Share(module));
        return true;
    }

    /// <summary>One string for a project or module that is read again and again: keys of one project then compare without looking at it.</summary>
    private static string Share(string part)
    {
        ref var shared = ref Shared[(int)(StableHash.OfText(part) % (ulong)Shared.Length)];
        return shared is { } known && known == part ? known : shared = part;
    }

    private static bool MustEscape(char c) => c is <= ' ' or Separator or Escape or (>= '\u007F' and <= '\u009F');

    private static void Append(StringBuilder text, string part)
    {
        foreach (var c in part)
        {
            if (!MustEscape(c)) text.Append(c);
            else if (c < '\u0080') text.Append(Escape).Append(((int)c).ToString("X2", CultureInfo.InvariantCulture));
            else text.Append("%C2%").Append(((int)c).ToString("X2", CultureInfo.InvariantCulture));
        }
    }

    private static int FindLoneSurrogate(string part)
    {
        for (var i = 0; i < part.Length; i++)
        {
            if (!char.IsSurrogate(part[i])) continue;
            if (i + 1 == part.Length || !char.IsSurrogatePair(part[i], part[i + 1])) return i;
            i++;
        }

        return -1;
    }

    /// <summary>Walks over a text and keeps the first fault; after one it reads nothing more.</summary>
    private struct Reader(string text)
    {
        public int At { get; private set; }
        public string? Fault { get; private set; }
        public readonly bool IsAtEnd => Fault is not null || At == text.Length;

        public void Fail(int index, string expected) => Fault ??= FormattableString.Invariant(
            $"'{text}' is not a class key: at column {index + 1} {expected} was expected. A class key looks like 'Shop!source!Shop.Cart'.");

        public void Separate(string expected)
        {
            if (Fault is not null) return;
            if (At == text.Length || text[At] != Separator) Fail(At, expected);
            else At++;
        }

        /// <summary>The characters up to the next separator or the end, unescaped.</summary>
        public string Part(string expected)
        {
            var start = At;
            while (!IsAtEnd && text[At] != Separator && !MustEscape(text[At])) At++;
            if (Fault is null && At > start && (At == text.Length || text[At] == Separator)) return Whole(start, text.Substring(start, At - start));
            var part = new StringBuilder(text, start, At - start, 64);
            while (!IsAtEnd && text[At] != Separator) part.Append(text[At] == Escape ? Escaped() : Plain());
            if (Fault is null && part.Length == 0) Fail(start, expected);
            return Whole(start, part.ToString());
        }

        private string Whole(int start, string part)
        {
            if (Fault is null && FindLoneSurrogate(part) >= 0) Fail(start + FindLoneSurrogate(text.Substring(start)), "a whole surrogate pair");
            return part;
        }

        private char Plain()
        {
            var c = text[At];
            if (MustEscape(c)) Fail(At, $"'{Escaped(c)}' in place of this character");
            At++;
            return c;
        }

        private char Escaped()
        {
            var start = At;
            var value = HexByte();
            var isLatin = value == 0xC2;
            if (isLatin) value = HexByte();
            var isCanonical = isLatin ? value is >= 0x80 and <= 0x9F : value is >= 0 and < 0x80 && MustEscape((char)value);
            if (!isCanonical) Fail(start, "'%21', '%25', '%20' or the escape of a control character, in upper-case digits,");
            return (char)Math.Max(value, 0);
        }

        /// <summary>The value behind a percent sign, or -1.</summary>
        private int HexByte()
        {
            if (At + 3 > text.Length || text[At] != Escape) return -1;
            var high = Digit(text[At + 1]);
            var low = Digit(text[At + 2]);
            At += 3;
            return high < 0 || low < 0 ? -1 : (high << 4) | low;
        }

        private static int Digit(char c) => c is >= '0' and <= '9' ? c - '0' : c is >= 'A' and <= 'F' ? c - 'A' + 10 : -1;

        private static string Escaped(char c)
        {
            var escaped = new StringBuilder();
            Append(escaped, c.ToString());
            return escaped.ToString();
        }
    }
}
