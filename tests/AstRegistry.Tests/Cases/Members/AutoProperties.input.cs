class C
{
    public int A { get; }
    public int B { get; set; }
    public required string D { get; init; }
    public static List<int> E { get; private set; } = [];
    internal int F { protected get; set; } = Make();
}
