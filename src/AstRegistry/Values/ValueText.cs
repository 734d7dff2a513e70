using System.Globalization;
using System.Text;

namespace AstRegistry.Values;

/// <summary>Writes values as JSON does, for people to read.</summary>
internal static class ValueText
{
    public static void Append(StringBuilder text, RegistryValue value)
    {
        switch (value.Kind)
        {
            case RegistryValueKind.Null: text.Append("null"); break;
            case RegistryValueKind.Boolean: text.Append(value.AsBoolean() ? "true" : "false"); break;
            case RegistryValueKind.Integer: text.Append(CultureInfo.InvariantCulture, $"{value.AsInteger()}"); break;
            case RegistryValueKind.Double: text.Append(Number(value.AsDouble())); break;
            case RegistryValueKind.String: Quote(text, value.AsString()); break;
            case RegistryValueKind.Bytes: Quote(text, Convert.ToBase64String(value.AsBytes().Span)); break;
            case RegistryValueKind.List: AppendList(text, value); break;
            case RegistryValueKind.Map: AppendMap(text, value); break;
        }
    }

    private static void AppendList(StringBuilder text, RegistryValue value)
    {
        text.Append('[');
        for (var i = 0; i < value.Count; i++)
        {
            if (i > 0) text.Append(',');
            Append(text, value[i]);
        }

        text.Append(']');
    }

    private static void AppendMap(StringBuilder text, RegistryValue value)
    {
        text.Append('{');
        var map = value.Map;
        for (var i = 0; i < map.Names.Length; i++)
        {
            if (i > 0) text.Append(',');
            Quote(text, map.Names[i]);
            text.Append(':');
            Append(text, map.Items[i]);
        }

        text.Append('}');
    }

    /// <summary>A floating-point number always shows that it is one.</summary>
    private static string Number(double value)
    {
        var text = value.ToString("R", CultureInfo.InvariantCulture);
        return double.IsFinite(value) && text.AsSpan().IndexOfAny('.', 'E') < 0 ? text + ".0" : text;
    }

    private static void Quote(StringBuilder text, string value)
    {
        text.Append('"');
        foreach (var c in value)
        {
            if (c is '"' or '\\') text.Append('\\').Append(c);
            else if (char.IsControl(c)) text.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            else text.Append(c);
        }

        text.Append('"');
    }
}
