class C
{
    void M(List<Pair> pairs)
    {
        foreach (var pair in pairs) Use(pair);
        foreach (Pair p in pairs) { }
        foreach (ref readonly var r in Span()) { }
        foreach (var (key, (first, _)) in pairs) Use(key);
        foreach ((int a, string b) in pairs) Use(a);
    }
}
