class C
{
    int M(bool b, int x)
    {
        ref int r = ref b ? ref _a : ref _b;
        return b ? A() : x > 1 ? B() : 3;
    }
}
