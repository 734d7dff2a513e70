class C
{
    void M()
    {
        var a = new int[3];
        var b = new int[] { 1, 2 };
        int[] c = { 1, 2 };
        var d = new[] { "a", "b" };
        var e = new int[2, 3][];
        var f = new[,] { { 1 }, { 2 } };
    }
}
