unsafe class C
{
    void M()
    {
        delegate*<int, int> f = &Twice;
        f(1);
    }
}
