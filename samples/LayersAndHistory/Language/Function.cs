namespace Checker.Language;

/// <summary>A declaration: <c>let twice(x: Int): Int = add(x, x)</c>.</summary>
internal sealed record Function(string Name, IReadOnlyList<Parameter> Parameters, string Result, Expression Body)
{
    public Scheme Scheme => new([.. Parameters.Select(static parameter => parameter.Type)], Result);

    public override string ToString() => $"let {Name}({string.Join(", ", Parameters)}): {Result} = {Body}";
}

internal sealed record Parameter(string Name, string Type)
{
    public override string ToString() => $"{Name}: {Type}";
}

/// <summary>The type of a function.</summary>
internal sealed record Scheme(IReadOnlyList<string> Parameters, string Result)
{
    public override string ToString() => $"({string.Join(", ", Parameters)}) -> {Result}";
}
