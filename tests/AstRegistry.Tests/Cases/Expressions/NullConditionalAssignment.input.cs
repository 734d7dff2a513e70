class C
{
    void M(C c)
    {
        c?.Name = Make();
        c?.Next?.Count += 1;
        c?[0] = 2;
    }
}
