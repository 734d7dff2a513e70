class C
{
    void M()
    {
        Func<int, int> a = x => x + 1;
        Func<int, int, int> b = (x, y) => { return x + y; };
        Action c = () => { };
        var d = (int x = 1, params int[] rest) => x;
        var e = [Obsolete] static async Task<int> ([In] ref int x) => await Run(x);
        Action<int, int> f = (_, _) => Run(0);
        var g = ref int (ref int x) => ref x;
        F h = (ref x, out y) => y = x;
        Func<Func<int>> i = () => () => 1;
        Func<int, Task> j = async k => await Run(k);
    }
}
