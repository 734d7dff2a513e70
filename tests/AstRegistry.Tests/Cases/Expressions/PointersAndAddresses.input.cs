unsafe class C
{
    void M(int x)
    {
        int* p = &x;
        *p = **&p;
        p[1] = (*p)++;
    }
}
