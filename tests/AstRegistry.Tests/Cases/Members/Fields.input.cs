class C
{
    int _a;
    private static readonly string B = "b";
    public volatile bool Flag;
    protected internal List<int?> List = new();
    required public int R;
    readonly ref int _view;
}
