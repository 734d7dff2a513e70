class C
{
    bool M(int x) => x is not (1 or (2 and not 3));
}
