class C
{
    void M(int[] a)
    {
        Use(a[^1], a[1..], a[..^1], a[..], a[1..2]);
    }
}
