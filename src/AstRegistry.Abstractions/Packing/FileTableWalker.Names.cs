namespace AstRegistry.Packing;

internal sealed partial class FileTableWalker<TBits>
{
    /// <summary>The low bits of a prediction count how often it came true in a row.</summary>
    private const int StreakMask = 3;

    /// <summary>Codes a text as the symbol last seen in a context, as one used before, or spelled where it is new.</summary>
    private string Name(Use use, uint context, string value)
    {
        var symbol = IsReading ? -1 : _model.Symbols.Find(value);
        return _model.Symbols[Symbol(use, context, context, symbol, value)];
    }

    /// <summary>Codes a symbol as one of two predicted ones, as one used before, or spelled where it is new.</summary>
    private int Symbol(Use use, uint context, uint second, int symbol, string value)
    {
        var symbols = _model.Symbols;
        ref var prediction = ref _model.Prediction(context);
        ref var other = ref _model.Prediction(second);
        var kind = Context(Use.NameClass, (uint)use);
        var first = prediction >> 2;
        if (first > 0 && Flag(kind + 1, (uint)prediction & StreakMask, symbol == first - 1))
        {
            symbol = first - 1;
            symbols.Touch(symbol, symbols.RecencyOf(symbol));
        }
        else if (other >> 2 is > 0 and var next && next != first && Flag(kind + 2, (uint)other & StreakMask, symbol == next - 1))
        {
            symbol = next - 1;
            symbols.Touch(symbol, symbols.RecencyOf(symbol));
        }
        else if (Flag(kind, symbol >= 0)) symbol = Known(use, symbol);
        else
        {
            value = _texts.Code("", value);
            symbol = symbols.Add(value);
            symbols.Touch(symbol, SymbolTable.RecentCount);
        }

        prediction = Predict(prediction, symbol);
        if (context != second) other = Predict(other, symbol);
        return symbol;
    }

    private bool Flag(uint context, uint streak, bool value) => _coder.Flag(context + (streak << 8), context, value);

    /// <summary>A prediction after a symbol was seen: it grows surer, doubts, or gives way.</summary>
    private static int Predict(int prediction, int symbol)
    {
        if (prediction >> 2 == symbol + 1) return (prediction & StreakMask) == StreakMask ? prediction : prediction + 1;
        return (prediction & StreakMask) > 1 ? prediction - 2 : (symbol + 1) << 2;
    }

    private int Known(Use use, int symbol)
    {
        var recency = IsReading ? 0 : _model.Symbols.RecencyOf(symbol);
        recency = Int32(Context(Use.NameRecency, (uint)use), Context(Use.NameRecency), recency);
        if (recency == SymbolTable.RecentCount) symbol = Int32(Context(Use.NameIndex), symbol);
        else if (IsReading) symbol = _model.Symbols.Recent(recency);
        if ((uint)symbol >= (uint)_model.Symbols.Count) throw Damaged("a name");
        _model.Symbols.Touch(symbol, recency);
        return symbol;
    }

    private string[] Names(Use use, uint context, string[] values)
    {
        var count = Int32(Context(Use.ListCount, (uint)use, context), Context(Use.ListCount, (uint)use), values.Length);
        if (count == 0) return values;
        Spend((uint)count);
        if (IsReading) values = new string[count];
        for (var i = 0; i < count; i++) values[i] = Name(use, Context(use, context, (uint)i), values[i]);
        return values;
    }
}
