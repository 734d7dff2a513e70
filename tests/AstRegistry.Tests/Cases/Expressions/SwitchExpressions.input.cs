class C
{
    int M(object o) => o switch
    {
        int i when i > 0 => A(i),
        string { Length: 0 } => 1,
        null => throw new E(),
        Point(var x, _) => x,
        _ => o switch { 1 => 2, _ => 3 },
    };
}
