using System.Text.Json.Serialization;
using AstRegistry;

namespace Warehouse.App;

/// <summary>How keys are written as JSON, without reflection.</summary>
[JsonSerializable(typeof(ClassKey[]))]
internal sealed partial class KeysContext : JsonSerializerContext;
