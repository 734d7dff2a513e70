class C
{
    void M(int x)
    {
    start:
        switch (x)
        {
            case 1:
                goto case 2;
            case 2:
                goto default;
            default:
                goto start;
        }

        inner: outer: A();
    }
}
