class C
{
    [Obsolete]
    public static int A = 1, B, C = Make(x => x);

    static Func<int, int> F = x => x + 1, G = Twice(y => y);
}
