using System.Text;

namespace AstRegistry.Locking;

/// <summary>Reads the lines of a lock file one by one. Stops at a line's first fault: what stands behind it cannot be trusted.</summary>
internal sealed class LockLineParser(string text)
{
    private const int IdLength = 16;
    private const int LongestThing = 80;
    private const int MostSaltDigits = 9;

    private static readonly string[] Attributes = ["was=", "salt=", "tfm=", "retired"];

    private int _start;
    private int _end;
    private int _line;
    private int _at;
    private LockFault? _fault;

    /// <summary>The record of a line, or what is wrong with it.</summary>
    /// <param name="start">Where the line starts in the text.</param>
    /// <param name="end">Where it ends, its line end apart.</param>
    /// <param name="line">Its number.</param>
    /// <param name="fault">What is wrong; null where nothing is.</param>
    public LockRecord? Parse(int start, int end, int line, out LockFault? fault)
    {
        (_start, _end, _line, _at, _fault) = (start, end, line, start, null);
        var record = ParseRecord();
        fault = _fault;
        return fault is null ? record : null;
    }

    private LockRecord? ParseRecord()
    {
        var idEnd = FieldEnd();
        if (!TryReadId(idEnd, out var id)) return Fail(LockFaultKind.MalformedId, _start, idEnd);
        if (!Advance(idEnd)) return null;

        var kindEnd = FieldEnd();
        if (LockKinds.Find(text, _at, kindEnd) is not { } kind) return Fail(LockFaultKind.UnknownKind, _at, kindEnd);
        if (!Advance(kindEnd)) return null;

        var keyEnd = FieldEnd();
        if (ReadKey(_at, keyEnd) is not { } key) return null;
        _at = keyEnd;
        return ParseAttributes(new LockRecord(id, new LockKey(kind, key)));
    }

    private LockRecord? ParseAttributes(LockRecord record)
    {
        var last = -1;
        while (_at < _end)
        {
            if (++_at == _end || text[_at] == ' ') return Fail(LockFaultKind.StraySpace, _at - 1, _at, thingStart: _start);
            var fieldEnd = FieldEnd();
            var attribute = FindAttribute(fieldEnd);
            if (attribute < 0) return Fail(LockFaultKind.UnknownAttribute, _at, fieldEnd);
            if (attribute == last) return Fail(LockFaultKind.DuplicateAttribute, _at, fieldEnd);
            if (attribute < last) return Fail(LockFaultKind.MisorderedAttribute, _at, fieldEnd);
            last = attribute;
            var valueStart = _at + Attributes[attribute].Length;
            switch (attribute)
            {
                case 0:
                    if (ReadFirstKey(valueStart, fieldEnd, record.Key.Kind) is not { } was) return null;
                    if (was != record.Key) record = record with { Was = was };
                    break;
                case 1:
                    if (!TryReadSalt(valueStart, fieldEnd, out var salt)) return Fail(LockFaultKind.MalformedSalt, valueStart, fieldEnd);
                    record = record with { Salt = salt };
                    break;
                case 2:
                    if (ReadTargets(valueStart, fieldEnd) is not { } targets) return null;
                    record = record with { Targets = targets };
                    break;
                default:
                    record = record with { IsRetired = true };
                    break;
            }

            _at = fieldEnd;
        }

        return record;
    }

    private int FieldEnd()
    {
        var space = text.IndexOf(' ', _at, _end - _at);
        return space < 0 ? _end : space;
    }

    /// <summary>Steps over the space behind a field to the next one, which must be there.</summary>
    private bool Advance(int fieldEnd)
    {
        _at = fieldEnd + 1;
        if (_at >= _end) Fail(LockFaultKind.MissingField, _end, _end, thingStart: _start);
        else if (text[_at] == ' ') Fail(LockFaultKind.StraySpace, fieldEnd, _at, thingStart: _start);
        return _fault is null;
    }

    private bool TryReadId(int idEnd, out ulong id)
    {
        id = 0;
        if (idEnd - _start != IdLength) return false;
        for (var i = _start; i < idEnd; i++)
        {
            var digit = text[i] switch
            {
                >= '0' and <= '9' => text[i] - '0',
                >= 'a' and <= 'f' => text[i] - 'a' + 10,
                _ => -1,
            };
            if (digit < 0) return false;
            id = (id << 4) | (uint)digit;
        }

        return id != 0;
    }

    private int FindAttribute(int fieldEnd)
    {
        for (var i = 0; i < Attributes.Length; i++)
        {
            var name = Attributes[i];
            var takesValue = name[name.Length - 1] == '=';
            var fits = takesValue ? fieldEnd - _at >= name.Length : fieldEnd - _at == name.Length;
            if (fits && string.CompareOrdinal(text, _at, name, 0, name.Length) == 0) return i;
        }

        return -1;
    }

    /// <summary>Reads <c>key</c> or <c>kind:key</c>.</summary>
    private LockKey? ReadFirstKey(int valueStart, int valueEnd, string kind)
    {
        var colon = text.IndexOf(':', valueStart, valueEnd - valueStart);
        if (colon > valueStart && LockKinds.Find(text, valueStart, colon) is { } other)
        {
            kind = other;
            valueStart = colon + 1;
        }

        return ReadKey(valueStart, valueEnd) is { } key ? new LockKey(kind, key) : null;
    }

    private string? ReadKey(int keyStart, int keyEnd)
    {
        if (keyEnd <= keyStart)
        {
            Fail(LockFaultKind.MissingField, keyStart, keyStart, thingStart: _start);
            return null;
        }

        var escapes = false;
        for (var i = keyStart; i < keyEnd; i++)
        {
            if (text[i] == '%') escapes = true;
            else if (char.IsControl(text[i]))
            {
                Fail(LockFaultKind.MalformedKey, i, i + 1);
                return null;
            }
        }

        return escapes ? Unescape(keyStart, keyEnd) : text.Substring(keyStart, keyEnd - keyStart);
    }

    private string? Unescape(int keyStart, int keyEnd)
    {
        var key = new StringBuilder(keyEnd - keyStart);
        var bytes = new List<byte>();
        for (var i = keyStart; i < keyEnd;)
        {
            if (text[i] != '%')
            {
                key.Append(text[i++]);
                continue;
            }

            // A character's bytes stand in a row, so a row of escapes is UTF-8 of its own.
            var run = i;
            bytes.Clear();
            for (; i < keyEnd && text[i] == '%'; i += 3)
            {
                if (i + 3 > keyEnd || HexDigit(text[i + 1]) is not (>= 0 and var high) || HexDigit(text[i + 2]) is not (>= 0 and var low))
                {
                    Fail(LockFaultKind.MalformedKey, i, Math.Min(i + 3, keyEnd));
                    return null;
                }

                bytes.Add((byte)((high << 4) | low));
            }

            var written = bytes.ToArray();
            var decoded = Encoding.UTF8.GetString(written);
            if (!Encoding.UTF8.GetBytes(decoded).AsSpan().SequenceEqual(written))
            {
                Fail(LockFaultKind.MalformedKey, run, i);
                return null;
            }

            key.Append(decoded);
        }

        return key.ToString();
    }

    private static int HexDigit(char c) => c switch
    {
        >= '0' and <= '9' => c - '0',
        >= 'A' and <= 'F' => c - 'A' + 10,
        >= 'a' and <= 'f' => c - 'a' + 10,
        _ => -1,
    };

    private bool TryReadSalt(int valueStart, int valueEnd, out int salt)
    {
        salt = 0;
        if (valueEnd == valueStart || valueEnd - valueStart > MostSaltDigits || text[valueStart] == '0') return false;
        for (var i = valueStart; i < valueEnd; i++)
        {
            if (text[i] is not (>= '0' and <= '9')) return false;
            salt = (salt * 10) + (text[i] - '0');
        }

        return true;
    }

    private LockTargets? ReadTargets(int valueStart, int valueEnd)
    {
        var names = text.Substring(valueStart, valueEnd - valueStart).Split(';');
        foreach (var name in names)
        {
            if (LockTargets.IsName(name, 0, name.Length)) continue;
            Fail(LockFaultKind.MalformedTargets, valueStart, valueEnd);
            return null;
        }

        return LockTargets.Of(names);
    }

    /// <summary>Notes a fault from one place to another; the text in question starts there, or earlier where something is missing.</summary>
    private LockRecord? Fail(LockFaultKind kind, int from, int to, int thingStart = -1)
    {
        if (thingStart < 0) thingStart = from;
        var thing = to - thingStart > LongestThing ? text.Substring(thingStart, LongestThing) + "…" : text.Substring(thingStart, to - thingStart);
        _fault = new LockFault(kind, _line, from - _start + 1, to - from, thing);
        return null;
    }
}
