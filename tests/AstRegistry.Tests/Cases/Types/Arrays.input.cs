class C
{
    void M(int[] a, int[,] b, int[][,,] c, string?[]? d) { }
}
