class C
{
    public int A => _a + 1;

    public Func<int> B => () => A;
}
