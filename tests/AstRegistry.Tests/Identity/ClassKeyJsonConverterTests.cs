using System.Text.Json;
using System.Text.Json.Serialization;

namespace AstRegistry.Tests.Identity;

public sealed partial class ClassKeyJsonConverterTests
{
    private static readonly ClassKey Cart = ClassKey.Source("Shop", "Shop.Cart+Line`1");

    [Fact]
    public void A_key_is_a_text_as_value_and_as_name()
    {
        var stored = new Stored(Cart, new Dictionary<ClassKey, int> { [Cart] = 3, [ClassKey.Reference("Shop", "Acme.Item", "Acme")] = 4 });
        var json = JsonSerializer.Serialize(stored, StoredContext.Default.Stored);

        Assert.Equal("""{"Key":"Shop!source!Shop.Cart\u002BLine\u00601","Prices":{"Shop!source!Shop.Cart\u002BLine\u00601":3,"Shop!reference!Acme.Item!Acme":4}}""", json);
        var read = JsonSerializer.Deserialize(json, StoredContext.Default.Stored)!;
        Assert.Equal(Cart, read.Key);
        Assert.Equal(stored.Prices, read.Prices);
    }

    [Fact]
    public void What_is_no_key_is_refused_as_JSON_is()
    {
        var error = Assert.Throws<JsonException>(() => JsonSerializer.Deserialize("\"Shop!source\"", StoredContext.Default.ClassKey));
        Assert.Contains("at column 12", error.Message, StringComparison.Ordinal);
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize("3", StoredContext.Default.ClassKey));
        Assert.Null(JsonSerializer.Deserialize("null", StoredContext.Default.ClassKey));
    }

    internal sealed record Stored(ClassKey Key, Dictionary<ClassKey, int> Prices);

    [JsonSerializable(typeof(Stored))]
    [JsonSerializable(typeof(ClassKey))]
    internal sealed partial class StoredContext : JsonSerializerContext;
}
