using System.Text.Json;
using System.Text.Json.Serialization;

namespace AstRegistry.Benchmarks.Codec;

/// <summary>The same operations as one would write them with the framework's JSON and types of one's own.</summary>
internal static class JsonChanges
{
    public static JsonOperation[] Of(ChangeSet changes) => [.. changes.Select(static operation => new JsonOperation((int)operation.Kind, operation.Id.Namespace, operation.Id.Name, StateOf(operation.Entry), StateOf(operation.Original)))];

    public static byte[] Write(JsonOperation[] operations) => JsonSerializer.SerializeToUtf8Bytes(operations, JsonChangesContext.Default.JsonOperationArray);

    public static JsonOperation[] Read(byte[] json) => JsonSerializer.Deserialize(json, JsonChangesContext.Default.JsonOperationArray)!;

    private static JsonState? StateOf(RegistryEntry? entry) => entry is null ? null : new(
        entry.Kind,
        new(entry.Meta["file"].AsString(), entry.Meta["lang"].AsString(), entry.Meta["line"].AsInteger(), entry.Meta["public"].AsBoolean()),
        new(entry.Data["complexity"].AsInteger(), entry.Data["digest"].AsInteger()));
}

internal sealed record JsonOperation(int What, string Namespace, string Name, JsonState? After, JsonState? Before);

internal sealed record JsonState(string Kind, JsonMeta Meta, JsonData Data);

internal sealed record JsonMeta(string File, string Lang, long Line, bool Public);

internal sealed record JsonData(long Complexity, long Digest);

[JsonSerializable(typeof(JsonOperation[]))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
internal sealed partial class JsonChangesContext : JsonSerializerContext;
