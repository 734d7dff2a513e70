using AstRegistry.Codec;
using AstRegistry.Snapshots;

namespace AstRegistry.Layers;

/// <summary>
/// A root as it is stored: a frame with <c>[form, revision, elements]</c>. An element is <c>[namespace, name, parts, scheme, AST, dependencies]</c>,
/// nil for a part that is not there; a dependency is <c>[namespace, name]</c>. Elements and dependencies stand in the order of their ids, so that
/// equal roots are stored in equal bytes.
/// </summary>
internal static class LayerCodec<TScheme, TAst>
    where TScheme : notnull
    where TAst : notnull
{
    private const int Parts = 3;
    private const int ElementParts = 6;
    private const int IdParts = 2;
    private static readonly FrameKind Kind = FrameKind.Layers;

    /// <exception cref="HistoryException">The elements take more than 2 GiB (<see cref="HistoryFault.Full"/>).</exception>
    public static byte[] Encode(LayerSnapshot<TScheme, TAst> snapshot, ILayerConverter<TScheme, TAst> converter)
    {
        using var writer = new MessagePackWriter(Frame.HeaderSize);
        writer.WriteArrayHeader(Parts);
        writer.WriteString(converter.Form);
        writer.WriteInteger(snapshot.Revision);
        writer.WriteArrayHeader(snapshot.Count);
        foreach (var (id, cell) in snapshot.Table.Items.OrderBy(static item => item.Key)) Write(writer, id, cell, converter);
        return writer.ToFrame(Kind);
    }

    /// <exception cref="HistoryException">The bytes are damaged, foreign, of another form, or of a newer version; the message names the place and the reason.</exception>
    public static LayerSnapshot<TScheme, TAst> Decode(ReadOnlySpan<byte> frame, ILayerConverter<TScheme, TAst> converter)
    {
        var reader = new MessagePackReader(Frame.Read(Kind, frame), Kind);
        reader.ReadArrayHeader(Parts);
        var form = reader.ReadString();
        if (form != converter.Form) throw new HistoryException(HistoryFault.Foreign, $"The {Kind.Name} holds values of the form '{form}'; the converter reads '{converter.Form}'.");
        var revision = reader.ReadInteger(0, long.MaxValue);
        var table = ReadElements(ref reader, converter);
        reader.End();
        return new(table, revision);
    }

    private static void Write(MessagePackWriter writer, EntryId id, LayerCell<TScheme, TAst> cell, ILayerConverter<TScheme, TAst> converter)
    {
        writer.WriteArrayHeader(ElementParts);
        EntryCodec.WriteId(writer, id);
        writer.WriteInteger((long)cell.Parts);
        writer.WriteValue((cell.Parts & LayerParts.Scheme) == 0 ? default : converter.WriteScheme(cell.Scheme!));
        writer.WriteValue((cell.Parts & LayerParts.Ast) == 0 ? default : converter.WriteAst(cell.Ast!));
        writer.WriteArrayHeader(cell.Dependencies.Length);
        foreach (var dependency in cell.Dependencies)
        {
            writer.WriteArrayHeader(IdParts);
            EntryCodec.WriteId(writer, dependency);
        }
    }

    private static EntryTable<LayerCell<TScheme, TAst>> ReadElements(ref MessagePackReader reader, ILayerConverter<TScheme, TAst> converter)
    {
        var builder = EntryTable<LayerCell<TScheme, TAst>>.Empty.ToBuilder();
        var last = EntryId.None;
        var at = reader.Position;
        for (var left = reader.ReadArrayHeader(); left > 0; left--)
        {
            reader.ReadArrayHeader(ElementParts);
            last = ReadIdAfter(last, ref reader);
            builder.Set(last, ReadCell(last, ref reader, converter));
        }

        var table = builder.ToImmutable(LayerStamp.Next());
        var isAcyclic = DependencyWalk.FindCycle(table.Items.Select(static item => item.Key), id => LayerMerge<TScheme, TAst>.CellOf(table, id).Dependencies) is null;
        return isAcyclic ? table : throw reader.Fault(at, "elements depend on themselves");
    }

    private static LayerCell<TScheme, TAst> ReadCell(EntryId id, ref MessagePackReader reader, ILayerConverter<TScheme, TAst> converter)
    {
        var at = reader.Position;
        var parts = (LayerParts)reader.ReadInteger(1, (long)(LayerParts.Scheme | LayerParts.Ast | LayerParts.Dependencies));
        var cell = LayerCell<TScheme, TAst>.Empty;
        var stamp = LayerStamp.Next();
        var (scheme, ast) = (reader.ReadValue(), reader.ReadValue());
        try
        {
            if ((parts & LayerParts.Scheme) != 0) cell = cell.WithScheme(converter.ReadScheme(scheme), stamp);
            if ((parts & LayerParts.Ast) != 0) cell = cell.WithAst(converter.ReadAst(ast), stamp);
        }
        catch (Exception exception) when (exception is not HistoryException)
        {
            throw new HistoryException(HistoryFault.Corrupt, $"The {Kind.Name} holds '{id}' in a way that the converter cannot read: {exception.Message}", exception);
        }

        if (ReadDependencies(ref reader) is { Length: > 0 } dependencies) cell = cell.WithDependencies(dependencies, stamp);
        var isSound = cell.Parts == parts && cell.IsElement && (scheme.IsNull || cell.SchemeStamp == stamp) && (ast.IsNull || cell.AstStamp == stamp);
        return isSound ? cell : throw reader.Fault(at, $"the parts of '{id}' are not those that are announced");
    }

    private static EntryId[] ReadDependencies(ref MessagePackReader reader)
    {
        var dependencies = new EntryId[reader.ReadArrayHeader()];
        var last = EntryId.None;
        for (var i = 0; i < dependencies.Length; i++)
        {
            reader.ReadArrayHeader(IdParts);
            dependencies[i] = last = ReadIdAfter(last, ref reader);
        }

        return dependencies;
    }

    private static EntryId ReadIdAfter(EntryId last, ref MessagePackReader reader)
    {
        var at = reader.Position;
        var id = EntryCodec.ReadId(ref reader);
        return id > last ? id : throw reader.Fault(at, $"'{id}' comes behind '{last}'");
    }
}
