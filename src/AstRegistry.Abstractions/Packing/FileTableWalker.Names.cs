namespace AstRegistry.Packing;

internal sealed partial class FileTableWalker<TBits>
{
    /// <summary>
    /// Codes a text as the symbol last seen in this context, as one used recently, by its number, or spelled where it is new.
    /// </summary>
    private string Name(Use use, uint context, string value)
    {
        ref var prediction = ref _predictions[(context * 0x9E3779B1) >> (32 - PredictionBits)];
        var symbol = IsReading ? -1 : _symbols.Find(value);
        var kind = Context(Use.NameClass, (uint)use);
        if (prediction > 0)
        {
            if (Flag(context ^ kind, symbol == prediction - 1))
            {
                symbol = prediction - 1;
                _symbols.Touch(symbol, _symbols.RecencyOf(symbol));
                return _symbols[symbol];
            }
        }

        if (Flag(kind + 1, symbol >= 0)) symbol = Known(use, symbol);
        else
        {
            value = _texts.Code("", value);
            symbol = _symbols.Add(value);
            _symbols.Touch(symbol, SymbolTable.RecentCount);
        }

        prediction = symbol + 1;
        return _symbols[symbol];
    }

    private int Known(Use use, int symbol)
    {
        var recency = IsReading ? 0 : _symbols.RecencyOf(symbol);
        recency = Int32(Context(Use.NameRecency, (uint)use), Context(Use.NameRecency), recency);
        if (recency == SymbolTable.RecentCount) symbol = Int32(Context(Use.NameIndex), symbol);
        else if (IsReading) symbol = _symbols.Recent(recency);
        if ((uint)symbol >= (uint)_symbols.Count) throw Damaged("a name");
        _symbols.Touch(symbol, recency);
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
