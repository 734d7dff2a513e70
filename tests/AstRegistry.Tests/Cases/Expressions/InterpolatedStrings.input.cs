class C
{
    void M(int x)
    {
        var a = $"x = {x,5:F2} and {Make($"{x}")}";
        var b = $@"c:\{x}";
        var c = $"""raw {x}""";
        var d = $$"""
            { {{x}} }
            """;
        var e = $"{(x > 1 ? "a" : "b")} {{x}}";
    }
}
