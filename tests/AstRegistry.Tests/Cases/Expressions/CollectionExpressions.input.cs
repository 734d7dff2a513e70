class C
{
    void M(int[] a)
    {
        List<int> b = [];
        int[] c = [1, .. a, Make(), .. Rest()];
        Use([[1], [2, .. c]]);
    }
}
