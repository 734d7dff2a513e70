namespace AstRegistry.Finding;

/// <summary>A term given as a pair: the sign of the operator and the field in one string, the value in the other.</summary>
internal static class PairTerm
{
    public static FinderTerm Make(string key, string value)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(value);
        var sign = key is "" ? FinderOperator.Glob : key[0] switch
        {
            '~' => FinderOperator.Regex,
            '*' => FinderOperator.Contains,
            '^' => FinderOperator.StartsWith,
            '$' => FinderOperator.EndsWith,
            _ => FinderOperator.Glob,
        };
        return new(FieldOf(key, sign == FinderOperator.Glob ? 0 : 1), sign, value);
    }

    private static FinderField FieldOf(string key, int start)
    {
        try
        {
            return FinderField.Parse(key[start..]);
        }
        catch (FinderSyntaxException fault)
        {
            throw fault.At(fault.Column + start);
        }
    }
}
