class C
{
    void M()
    {
        var t = (1, Name: Make());
        (int a, var b) = t;
        var (c, (d, _)) = t;
        (a, b) = (b, a);
        (a, int e) = t;
        _ = Make();
    }
}
