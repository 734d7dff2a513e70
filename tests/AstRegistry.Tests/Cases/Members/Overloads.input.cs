class C
{
    void M() { }
    void M(int x) { }
    void M(ref int x) { }
    void M(string x, int y) { }
    void M<T>() { }
    void M<T>(T x) { }
}
