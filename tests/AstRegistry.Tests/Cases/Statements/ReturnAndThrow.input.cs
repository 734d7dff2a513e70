class C
{
    int M(bool b)
    {
        if (b) throw new E();
        try { } catch { throw; }
        return 1;
    }

    void N() { return; }
}
