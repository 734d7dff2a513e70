class C
{
    bool M(bool a, bool b, int x) => a && b || !a ^ b & a | (x & 1) == (x | 2);
}
