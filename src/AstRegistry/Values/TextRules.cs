using System.Text;

namespace AstRegistry.Values;

/// <summary>What holds of every string that a registry stores: it can be written in UTF-8 and is not too long.</summary>
internal static class TextRules
{
    public static void Check(string value)
    {
        if (value.Length > RegistryLimits.MaxStringBytes / 3 && Encoding.UTF8.GetByteCount(value) is var bytes && bytes > RegistryLimits.MaxStringBytes)
        {
            throw new ArgumentException(FormattableString.Invariant($"The string has {bytes} bytes in UTF-8; at most {RegistryLimits.MaxStringBytes} are allowed."), nameof(value));
        }

        if (FirstLoneSurrogate(value) is var place and >= 0)
        {
            throw new ArgumentException(FormattableString.Invariant($"The string has a surrogate without its other half at index {place}."), nameof(value));
        }
    }

    /// <summary>The index of the first surrogate that stands alone, or −1.</summary>
    public static int FirstLoneSurrogate(ReadOnlySpan<char> value)
    {
        var start = 0;
        while (value[start..].IndexOfAnyInRange('\uD800', '\uDFFF') is var next and >= 0)
        {
            start += next;
            if (!char.IsHighSurrogate(value[start]) || start + 1 == value.Length || !char.IsLowSurrogate(value[start + 1])) return start;
            start += 2;
        }

        return -1;
    }
}
