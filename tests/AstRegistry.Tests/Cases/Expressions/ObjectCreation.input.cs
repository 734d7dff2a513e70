class C
{
    void M()
    {
        var a = new List<int>();
        var b = new Point { X = 1, Y = Make() };
        var c = new List<int>(4) { 1, 2 };
        var d = new Dictionary<string, int> { { "a", 1 }, ["b"] = 2 };
        Point e = new(1, 2) { X = 3 };
        var f = new { Name = "n", e.X, Count = a.Count };
        var g = new Node { Children = { new Node(), new() }, Left = { Value = 1 } };
    }
}
