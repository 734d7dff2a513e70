class C
{
    bool M(object o) => o is (1, _) || o is Point(x: 1, var y) { Z: 3 } p || o is () || o is var (a, b);
}
