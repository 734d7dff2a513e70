namespace Checker.Language;

/// <summary>An expression of the little language.</summary>
internal abstract record Expression;

internal sealed record NumberLiteral(long Value) : Expression
{
    public override string ToString() => FormattableString.Invariant($"{Value}");
}

internal sealed record TextLiteral(string Value) : Expression
{
    public override string ToString() => $"\"{Value}\"";
}

internal sealed record Name(string Text) : Expression
{
    public override string ToString() => Text;
}

internal sealed record Call(string Function, IReadOnlyList<Expression> Arguments) : Expression
{
    public override string ToString() => $"{Function}({string.Join(", ", Arguments)})";
}
