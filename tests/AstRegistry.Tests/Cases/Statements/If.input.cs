class C
{
    void M(int x)
    {
        if (x > 0) A();

        if (x == 1)
        {
            B();
        }
        else
        {
            D();
        }
    }
}
