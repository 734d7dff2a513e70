class C
{
    void M(int x, __arglist)
    {
        M(1, __arglist(x, "a"));
    }
}
