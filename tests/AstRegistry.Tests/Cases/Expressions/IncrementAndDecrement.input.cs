class C
{
    void M(int a)
    {
        a++;
        a--;
        ++a;
        --a;
        _b[a++]--;
    }
}
