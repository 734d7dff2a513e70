#if NET8_0_OR_GREATER
using System.Text.Json;
using System.Text.Json.Serialization;

namespace AstRegistry;

/// <summary>Reads and writes a <see cref="ClassKey"/> as its text form, as a value and as the key of a dictionary.</summary>
public sealed class ClassKeyJsonConverter : JsonConverter<ClassKey>
{
    /// <inheritdoc/>
    public override ClassKey Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType == JsonTokenType.String
        ? Read(reader.GetString()!)
        : throw new JsonException($"A class key is a text, not a {reader.TokenType}.");

    /// <inheritdoc/>
    public override ClassKey ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Read(reader.GetString()!);

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, ClassKey value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WriteStringValue(value.ToString());
    }

    /// <inheritdoc/>
    public override void WriteAsPropertyName(Utf8JsonWriter writer, ClassKey value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(value);
        writer.WritePropertyName(value.ToString());
    }

    private static ClassKey Read(string text)
    {
        try
        {
            return ClassKey.Parse(text);
        }
        catch (FormatException reason)
        {
            throw new JsonException(reason.Message, reason);
        }
    }
}
#endif
