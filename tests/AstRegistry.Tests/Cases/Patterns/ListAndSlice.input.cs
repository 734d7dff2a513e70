class C
{
    bool M(int[] a) => a is [] or [1, .., > 3] or [var first, .. var rest] or [_, .. { Length: 2 }] all;
}
