class C
{
    void M()
    {
        Span<int> a = stackalloc int[4];
        Span<int> b = stackalloc int[] { 1, 2 };
        Span<int> c = stackalloc[] { 1, 2 };
    }
}
