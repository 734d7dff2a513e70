namespace AstRegistry.Packing;

internal sealed partial class FileTableWalker<TBits>
{
    /// <summary>Codes the path and the type rows.</summary>
    public void Types(FileTable table)
    {
        table.Path = Name(Use.Path, 0, table.Path);
        var count = Int32(Context(Use.TypeCount), table.Types.Count);
        Spend((uint)count);
        for (var i = 0; i < count; i++)
        {
            if (IsReading) table.Types.Add(new TypeRow());
            TypeRow(table.Types, i);
        }
    }

    private void TypeRow(List<TypeRow> types, int index)
    {
        var row = types[index];
        var distance = Int32(Context(Use.TypeContainer), row.Container < 0 ? 0 : index - row.Container);
        if ((uint)distance > (uint)index) throw Damaged("the container of a type");
        row.Container = distance == 0 ? -1 : index - distance;
        var container = row.Container < 0 ? null : types[row.Container];
        var previous = index == 0 ? null : types[index - 1];
        var kind = (uint)(row.Kind = (ModuleKind)Int32(Context(Use.TypeKind, container is null ? 0u : 1), (int)row.Kind));
        if (container is null || !Flag(Context(Use.TypeInherits), row.Namespace == container.Namespace))
        {
            row.Namespace = Name(Use.Namespace, 0, row.Namespace);
        }
        else row.Namespace = container.Namespace;

        row.Name = Name(Use.TypeName, Context(Use.TypeName, kind), row.Name);
        row.FileDiscriminator = Name(Use.FileDiscriminator, Context(Use.FileDiscriminator), row.FileDiscriminator);
        row.Arity = Int32(Context(Use.TypeArity, kind), row.Arity);
        row.Accessibility = (DeclaredAccessibility)Int32(Context(Use.TypeAccess, kind, container is null ? 0u : 1), (int)row.Accessibility);
        row.Modifiers = (DeclarationModifiers)Int32(Context(Use.TypeModifiers, kind), (int)row.Modifiers);
        row.BaseTypes = Names(Use.BaseType, kind, row.BaseTypes);
        row.Attributes = Names(Use.TypeAttribute, kind, row.Attributes);
        row.Span = Span(Context(Use.TypeKind, kind), Origin(container, previous, row.Container == index - 1), row.Span);
        row.Digest = Hash(Context(Use.TypeHash, 0), row.Digest);
        row.CompilationHash = Hash(Context(Use.TypeHash, 1), row.CompilationHash);
        MemberCounts(row, kind);
        row.CyclomaticSum = Int32(Context(Use.TypeSum, 0, kind), row.CyclomaticSum);
        row.CyclomaticMax = Int32(Context(Use.TypeSum, 1, Magnitude(row.CyclomaticSum)), row.CyclomaticMax);
        row.CognitiveSum = Int32(Context(Use.TypeSum, 2, Magnitude(row.CyclomaticSum)), row.CognitiveSum);
        row.CognitiveMax = Int32(Context(Use.TypeSum, 3, Magnitude(row.CognitiveSum)), row.CognitiveMax);
    }

    private void MemberCounts(TypeRow row, uint kind)
    {
        var previous = 0u;
        for (var i = 0; i < row.MemberCounts.Length; i++)
        {
            var context = Context(Use.TypeCounts, (uint)i);
            row.MemberCounts[i] = Int32(context + (kind << 8) + previous, context, row.MemberCounts[i]);
            previous = Magnitude(row.MemberCounts[i]);
        }
    }

    private static Position Origin(TypeRow? container, TypeRow? previous, bool isFirst)
    {
        if (previous is null) return default;
        var indent = container?.Span.StartColumn ?? 0;
        return isFirst && container is not null ? Position.StartOf(container.Span, indent) : Position.EndOf(previous.Span, previous.Span.StartColumn);
    }

    /// <summary>The number of significant bits, as a coarse size.</summary>
    private static uint Magnitude(int value)
    {
        var magnitude = 0u;
        for (var rest = (uint)value; rest != 0; rest >>= 1) magnitude++;
        return magnitude;
    }
}
