class C
{
    [Obsolete]
    public static

    int x y;

    partial

    void M() { }
}
