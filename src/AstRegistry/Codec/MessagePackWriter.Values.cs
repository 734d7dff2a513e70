using System.Diagnostics;

namespace AstRegistry.Codec;

internal sealed partial class MessagePackWriter
{
    public void WriteValue(RegistryValue value)
    {
        switch (value.Kind)
        {
            case RegistryValueKind.Null: WriteNil(); break;
            case RegistryValueKind.Boolean: WriteBoolean(value.AsBoolean()); break;
            case RegistryValueKind.Integer: WriteInteger(value.AsInteger()); break;
            case RegistryValueKind.Double: WriteDouble(value.AsDouble()); break;
            case RegistryValueKind.String: WriteString(value.AsString()); break;
            case RegistryValueKind.Bytes: WriteBytes(value.AsBytes().Span); break;
            case RegistryValueKind.List: WriteList(value); break;
            case RegistryValueKind.Map: WriteMap(value); break;
            default: throw new UnreachableException();
        }
    }

    private void WriteList(RegistryValue value)
    {
        var items = value.List.Items;
        WriteArrayHeader(items.Length);
        foreach (var item in items) WriteValue(item);
    }

    private void WriteMap(RegistryValue value)
    {
        var map = value.Map;
        WriteMapHeader(map.Names.Length);
        for (var i = 0; i < map.Names.Length; i++)
        {
            WriteString(map.Names[i]);
            WriteValue(map.Items[i]);
        }
    }
}
