class C
{
    void M()
    {
        int a = 1, b, c = a;
        var d = Make();
        const string E = "e";
        List<int> f = [], g = new();
    }
}
