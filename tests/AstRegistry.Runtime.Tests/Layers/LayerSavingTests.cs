using AstRegistry.Codec;
using static AstRegistry.Runtime.Tests.Layers.Layer;

namespace AstRegistry.Runtime.Tests.Layers;

public sealed class LayerSavingTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("astregistry-layers-").FullName;

    private string File => Path.Combine(_folder, "root.layers");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_root_comes_back_as_it_was_saved()
    {
        using var root = Filled();
        using var stream = new MemoryStream();
        root.Save(stream, new Texts());
        root.Save(File, new Texts());
        var again = Path.Combine(_folder, "again.layers");
        await root.SaveAsync(again, new Texts(), TestContext.Current.CancellationToken);
        await root.SaveAsync(stream, new Texts(), TestContext.Current.CancellationToken);
        var bytes = stream.ToArray();

        Assert.Equal(bytes[..(bytes.Length / 2)], bytes[(bytes.Length / 2)..]);
        Assert.Equal(bytes[..(bytes.Length / 2)], await System.IO.File.ReadAllBytesAsync(again, TestContext.Current.CancellationToken));
        stream.SetLength(bytes.Length / 2);
        stream.Position = 0;
        AssertEqual(root, LayeredRegistry.Load(stream, new Texts()));
        stream.Position = 0;
        AssertEqual(root, await LayeredRegistry.LoadAsync(stream, new Texts(), cancellationToken: TestContext.Current.CancellationToken));
        AssertEqual(root, LayeredRegistry.Load(File, new Texts()));
        AssertEqual(root, await LayeredRegistry.LoadAsync(again, new Texts(), cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal(2, Directory.GetFiles(_folder).Length);
    }

    [Fact]
    public void Equal_roots_are_stored_in_equal_bytes()
    {
        using var one = NewRoot();
        using var two = NewRoot();
        one.Put(A, "s", "t");
        one.Put(B, "s", "t");
        two.PutScheme(C, "gone");
        two.Put(B, "s", "t");
        two.Put(A, "s", "t");
        two.Remove(C);

        Assert.Equal(Saved(one), Saved(two));
    }

    [Fact]
    public void A_root_that_was_loaded_goes_on()
    {
        using var root = Filled();
        root.Save(File, new Texts());
        using var loaded = LayeredRegistry.Load(File, new Texts());
        var one = loaded.BeginBatch();
        var two = loaded.BeginBatch();
        one.PutScheme(A, "one");
        two.PutScheme(A, "two");
        one.Commit();

        Assert.False(two.TryCommit(out _));
        Assert.Equal(root.Revision + 1, loaded.Revision);
        Assert.Throws<LayerCycleException>(() => loaded.DependsOn(C, A));
    }

    [Fact]
    public void A_batch_is_not_saved()
    {
        using var root = NewRoot();
        using var batch = root.BeginBatch();

        Assert.Throws<InvalidOperationException>(() => batch.Save(File, new Texts()));
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public void Every_flipped_bit_and_every_missing_end_is_noticed()
    {
        var bytes = Saved(Filled());
        for (var i = 0; i < bytes.Length; i++)
        {
            Assert.Contains(FaultOf(bytes[..i]), new[] { HistoryFault.Corrupt, HistoryFault.Foreign });
            bytes[i] ^= 0x10;
            FaultOf(bytes);
            bytes[i] ^= 0x10;
        }

        Assert.Equal(HistoryFault.Corrupt, FaultOf([.. bytes, 0]));
    }

    [Fact]
    public void A_foreign_file_is_refused_by_its_name_and_reason()
    {
        System.IO.File.WriteAllText(File, "<xml>something else</xml>");
        var error = Assert.Throws<HistoryException>(() => LayeredRegistry.Load(File, new Texts()));
        Assert.Equal(HistoryFault.Foreign, error.Fault);
        Assert.Contains(File, error.Message, StringComparison.Ordinal);
        Assert.Equal(HistoryFault.Foreign, FaultOf(ChangeSetCodec.Encode(ChangeSet.Empty)));
        Assert.Equal(HistoryFault.Unavailable, Assert.Throws<HistoryException>(() => LayeredRegistry.Load(Path.Combine(_folder, "none"), new Texts())).Fault);
    }

    [Fact]
    public void A_newer_file_is_refused_before_it_is_read()
    {
        var bytes = Frame.Write(new FrameKind(FrameKind.Layers.Tag, (byte)(FrameKind.Layers.Version + 1), "root of layers"), [0xC1]);

        Assert.Equal(HistoryFault.NewerFormat, FaultOf(bytes));
    }

    [Fact]
    public void Values_of_another_form_are_refused()
    {
        var bytes = Saved(Filled());
        var error = Assert.Throws<HistoryException>(() => LayeredRegistry.Load(new MemoryStream(bytes), new Texts { Form = "texts/2" }));

        Assert.Equal(HistoryFault.Foreign, error.Fault);
        Assert.Contains("'texts/1'; the converter reads 'texts/2'", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_converter_cannot_read_is_named()
    {
        using var root = NewRoot();
        root.PutScheme(A, "poison");
        var error = Assert.Throws<HistoryException>(() => LayeredRegistry.Load(new MemoryStream(Saved(root)), new Texts()));

        Assert.Equal(HistoryFault.Corrupt, error.Fault);
        Assert.Contains("'shop:a'", error.Message, StringComparison.Ordinal);
        Assert.IsType<FormatException>(error.InnerException);
    }

    [Fact]
    public void Sound_frames_with_impossible_content_are_refused()
    {
        // Elements out of order, parts that do not fit, and a ring of dependencies.
        Assert.Equal(HistoryFault.Corrupt, FaultOf(Sealed(Element("b", 1, "s", null), Element("a", 1, "s", null))));
        Assert.Equal(HistoryFault.Corrupt, FaultOf(Sealed(Element("a", 1, "s", null), Element("a", 1, "s", null))));
        Assert.Equal(HistoryFault.Corrupt, FaultOf(Sealed(Element("a", 4, null, null, "b"))));
        Assert.Equal(HistoryFault.Corrupt, FaultOf(Sealed(Element("a", 1, "s", null, "b"))));
        Assert.Equal(HistoryFault.Corrupt, FaultOf(Sealed(Element("a", 5, "s", null, "b"), Element("b", 5, "s", null, "a"))));
        Assert.Equal(1, LayeredRegistry.Load(new MemoryStream(Sealed(Element("a", 5, "s", null, "b"))), new Texts()).Snapshot.Count);
    }

    [Fact]
    public async Task A_failed_or_cancelled_save_leaves_what_was_there()
    {
        using var root = Filled();
        root.Save(File, new Texts());
        var before = await System.IO.File.ReadAllBytesAsync(File, TestContext.Current.CancellationToken);
        root.PutScheme(A, "changed");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => root.SaveAsync(File, new Texts(), new CancellationToken(canceled: true)));
        Assert.Throws<NotSupportedException>(() => root.Save(File, new Texts { CannotWrite = true }));
        Assert.Equal(HistoryFault.Unavailable, Assert.Throws<HistoryException>(() => root.Save(Path.Combine(_folder, "none", "x"), new Texts())).Fault);
        Assert.Equal(before, await System.IO.File.ReadAllBytesAsync(File, TestContext.Current.CancellationToken));
        Assert.Equal([File], Directory.GetFiles(_folder));
    }

    private static LayeredRegistry<string, string> Filled()
    {
        var root = NewRoot();
        var batch = root.BeginBatch();
        batch.Put(A, "scheme", "ast");
        batch.PutScheme(B, "scheme only");
        batch.PutAst(C, "ast only");
        batch.PutScheme("other.space", "Cart.Add(Item) \U0001F600", "");
        batch.DependsOn(A, B, C);
        batch.DependsOn(B, EntryId.Parse("none:there"));
        batch.Commit();
        return root;
    }

    private static byte[] Saved(LayeredRegistry<string, string> root)
    {
        using var stream = new MemoryStream();
        root.Save(stream, new Texts());
        return stream.ToArray();
    }

    private static HistoryFault FaultOf(byte[] bytes) => Assert.Throws<HistoryException>(() => LayeredRegistry.Load(new MemoryStream(bytes), new Texts())).Fault;

    private static void AssertEqual(LayeredRegistry<string, string> expected, LayeredRegistry<string, string> actual)
    {
        Assert.Equal(expected.Snapshot.Describe(), actual.Snapshot.Describe());
        Assert.Equal(expected.Revision, actual.Revision);
        Assert.True(actual.IsRoot);
    }

    private static RegistryValue Element(string name, long parts, string? scheme, string? ast, params string[] dependencies) => RegistryValue.ListOf(
        "shop", name, parts, scheme, ast, RegistryValue.ListOf(dependencies.Select(static other => RegistryValue.ListOf("shop", other))));

    private static byte[] Sealed(params RegistryValue[] elements)
    {
        using var writer = new MessagePackWriter(Frame.HeaderSize);
        writer.WriteArrayHeader(3);
        writer.WriteString("texts/1");
        writer.WriteInteger(0);
        writer.WriteArrayHeader(elements.Length);
        foreach (var element in elements)
        {
            writer.WriteArrayHeader(6);
            foreach (var part in element.AsList()) writer.WriteValue(part);
        }

        return writer.ToFrame(FrameKind.Layers);
    }

    private sealed class Texts : ILayerConverter<string, string>
    {
        public string Form { get; init; } = "texts/1";

        public bool CannotWrite { get; init; }

        public RegistryValue WriteScheme(string scheme) => CannotWrite ? throw new NotSupportedException() : scheme;

        public string ReadScheme(RegistryValue value) => value.AsString() is var text && text == "poison" ? throw new FormatException("Poison.") : text;

        public RegistryValue WriteAst(string ast) => ast;

        public string ReadAst(RegistryValue value) => value.AsString();
    }
}
