class C
{
    void M(int x)
    {
        var r = __makeref(x);
        var v = __refvalue(r, int);
        var t = __reftype(r);
        N(__arglist);
    }
}
