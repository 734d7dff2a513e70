class C
{
    int M(object o) => o switch
    {
        var x when x is null => 1,
        var _ => 2,
    };
}
