using System.Buffers;
using AstRegistry.Codec;
using FsCheck;
using FsCheck.Fluent;
using MessagePack;

namespace AstRegistry.Runtime.Tests.Codec;

/// <summary>The MessagePack package, which others wrote, reads what is written here and writes what is read here.</summary>
public sealed class CrossReadTests
{
    private static readonly Config Some = Config.QuickThrowOnFailure.WithMaxTest(500);

    [Fact]
    public void The_package_reads_what_is_written_here() => Check.One(Some, Prop.ForAll(Values.Any.ToArbitrary(), static value =>
    {
        var reader = new global::MessagePack.MessagePackReader(ValueCodec.Encode(value));
        Assert.Equal(value, Read(ref reader));
        Assert.True(reader.End);
    }));

    [Fact]
    public void What_the_package_writes_is_read_here() => Check.One(Some, Prop.ForAll(Values.Any.ToArbitrary(), static value =>
    {
        var buffer = new ArrayBufferWriter<byte>();
        var writer = new global::MessagePack.MessagePackWriter(buffer);
        Write(ref writer, value);
        writer.Flush();

        Assert.Equal(value, ValueCodec.Decode(buffer.WrittenSpan));
        Assert.Equal(Convert.ToHexString(ValueCodec.Encode(value)), Convert.ToHexString(buffer.WrittenSpan));
    }));

    [Fact]
    public void The_serializer_of_the_package_reads_and_writes_typed_objects()
    {
        var options = global::MessagePack.Resolvers.ContractlessStandardResolver.Options;
        var mixed = RegistryValue.MapOf(("a", RegistryValue.ListOf(1, -300, "x", RegistryValue.Null, true)), ("b", 1.5), ("c", RegistryValue.MapOf(("d", 1L << 40))));
        Assert.Equal("""{"a":[1,-300,"x",null,true],"b":1.5,"c":{"d":1099511627776}}""", MessagePackSerializer.ConvertToJson(ValueCodec.Encode(mixed), options, TestContext.Current.CancellationToken));

        var typed = new SortedDictionary<string, long[]?>(StringComparer.Ordinal) { ["b"] = [1, -300, 1L << 40], ["a"] = null, ["c"] = [] };
        var value = ValueCodec.Decode(MessagePackSerializer.Serialize(typed, options, TestContext.Current.CancellationToken));
        Assert.Equal("""{"a":null,"b":[1,-300,1099511627776],"c":[]}""", value.ToString());
    }

    [Fact]
    public void The_package_reads_the_payload_of_stored_frames() => Check.One(Some.WithMaxTest(100), Prop.ForAll(Values.Changes.ToArbitrary(), static changes =>
    {
        var reader = new global::MessagePack.MessagePackReader(ChangeSetCodec.Encode(changes).AsMemory(Frame.HeaderSize));
        Assert.Equal(changes.Count, reader.ReadArrayHeader());
        foreach (var operation in changes)
        {
            Assert.Equal(5, reader.ReadArrayHeader());
            Assert.Equal((int)operation.Kind, reader.ReadInt32());
            Assert.Equal(operation.Id.Namespace, reader.ReadString());
            Assert.Equal(operation.Id.Name, reader.ReadString());
            reader.Skip();
            reader.Skip();
        }

        Assert.True(reader.End);
    }));

    private static RegistryValue Read(ref global::MessagePack.MessagePackReader reader) => reader.NextMessagePackType switch
    {
        MessagePackType.Nil => ReadNil(ref reader),
        MessagePackType.Boolean => reader.ReadBoolean(),
        MessagePackType.Integer => reader.ReadInt64(),
        MessagePackType.Float => reader.ReadDouble(),
        MessagePackType.String => reader.ReadString(),
        MessagePackType.Binary => RegistryValue.Of(reader.ReadBytes()!.Value.ToArray()),
        MessagePackType.Array => ReadList(ref reader),
        MessagePackType.Map => ReadMap(ref reader),
        var other => throw new InvalidOperationException(other.ToString()),
    };

    private static RegistryValue ReadNil(ref global::MessagePack.MessagePackReader reader)
    {
        reader.ReadNil();
        return default;
    }

    private static RegistryValue ReadList(ref global::MessagePack.MessagePackReader reader)
    {
        var items = new RegistryValue[reader.ReadArrayHeader()];
        for (var i = 0; i < items.Length; i++) items[i] = Read(ref reader);
        return RegistryValue.ListOf(items);
    }

    private static RegistryValue ReadMap(ref global::MessagePack.MessagePackReader reader)
    {
        var items = new (string, RegistryValue)[reader.ReadMapHeader()];
        for (var i = 0; i < items.Length; i++) items[i] = (reader.ReadString()!, Read(ref reader));
        return RegistryValue.MapOf(items);
    }

    private static void Write(ref global::MessagePack.MessagePackWriter writer, RegistryValue value)
    {
        switch (value.Kind)
        {
            case RegistryValueKind.Null: writer.WriteNil(); break;
            case RegistryValueKind.Boolean: writer.Write(value.AsBoolean()); break;
            case RegistryValueKind.Integer: writer.Write(value.AsInteger()); break;
            case RegistryValueKind.Double: writer.Write(value.AsDouble()); break;
            case RegistryValueKind.String: writer.Write(value.AsString()); break;
            case RegistryValueKind.Bytes: writer.Write(value.AsBytes().Span); break;
            case RegistryValueKind.List:
                writer.WriteArrayHeader(value.Count);
                foreach (var item in value.AsList()) Write(ref writer, item);
                break;
            case RegistryValueKind.Map:
                writer.WriteMapHeader(value.Count);
                foreach (var (name, item) in value.AsMap())
                {
                    writer.Write(name);
                    Write(ref writer, item);
                }

                break;
        }
    }
}
