namespace AstRegistry.Packing;

/// <summary>
/// The one walk over a file's rows that serves writer and reader: <c>row.Arity = Number(…, row.Arity)</c> writes a row as it is or fills it.
/// Three segments follow one another under one continued model: types, members, nodes.
/// </summary>
/// <typeparam name="TBits">The range encoder or decoder.</typeparam>
internal sealed partial class FileTableWalker<TBits>
    where TBits : struct, IBitCoder
{
    private readonly PackingModel _model = new();
    private readonly AdaptiveCoder<TBits> _coder;
    private readonly TextCoder<TBits> _texts;

    public FileTableWalker()
    {
        _coder = new AdaptiveCoder<TBits>(_model.Slots);
        _texts = new TextCoder<TBits>(_coder);
    }

    /// <summary>How many rows, list items and characters the segment held so far.</summary>
    public long UnitsUsed => _texts.Spent;

    /// <summary>The bits below.</summary>
    public ref TBits Bits => ref _coder.Bits;

    private bool IsReading => _coder.Bits.IsReading;

    /// <summary>What was learned so far.</summary>
    public PackingModel Model => _model;

    /// <summary>Sets everything learned from a file back.</summary>
    public void Reset(PackingModel model) => _model.CopyFrom(model);

    /// <summary>Starts a segment.</summary>
    /// <param name="bits">Where its bits go to or come from.</param>
    /// <param name="length">When reading, its length in bytes.</param>
    public void Begin(TBits bits, int length)
    {
        _coder.Bits = bits;
        _texts.Spent = 0;
        _texts.Limit = PackedFormat.UnitsIn(length);
    }

    /// <summary>Counts rows or list items, and refuses what no run of this length can hold.</summary>
    private void Spend(long units)
    {
        _texts.Spent += units;
        if (IsReading && _texts.Spent > _texts.Limit) throw Damaged("the number of rows");
    }

    private static uint Context(Use use, uint a = 0, uint b = 0, uint c = 0) =>
        (((((uint)use * 0x9E3779B1) + a) * 0x85EBCA77) + b) * 0xC2B2AE3D + c;

    private int Int32(uint context, uint fallback, int value) => (int)_coder.Number(context, fallback, (uint)value);

    private int Int32(uint context, int value) => Int32(context, context, value);

    private bool Flag(uint context, bool value) => _coder.Flag(context, context, value);

    private static PackedDataException Damaged(string what) => new("Packed file: " + what + " is out of bounds; the data is damaged.");

    /// <summary>What a decision is about, so that no two kinds of decision share a context by chance.</summary>
    private enum Use : uint
    {
        TypeCount = 1, TypeContainer, TypeArity, TypeKind, TypeAccess, TypeModifiers, TypeCounts, TypeSum, TypeInherits, TypeHash,
        Path, Namespace, TypeName, FileDiscriminator, BaseType, TypeAttribute,
        MemberRegular, MemberCount, MemberType, MemberKind, MemberContainer, MemberSyntax, MemberArity, MemberAccess, MemberModifiers,
        MemberName, ParameterType, ParameterRef, ReturnType, MemberAttribute, SalientName, HasBody, Discriminated, Ambiguous,
        Digest, SameComplexity, Cyclomatic, Cognitive, Nesting, Operators, Operands, DistinctOperators, DistinctOperands, Lines, Comments,
        NodeRegular, NodeCount, NodeKind, StatementKind, NodeLink, NodeName, NodeFlags, NodeParent, NodeMember,
        ListCount, StartLine, StartGap, StartColumn, EndLine, EndGap, EndColumn,
        NameClass, NameRecency, NameIndex, Text,
    }
}
