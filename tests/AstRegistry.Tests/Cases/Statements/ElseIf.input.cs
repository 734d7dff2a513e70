class C
{
    int M(int x)
    {
        if (x == 1) return 1;
        else if (x == 2) return 2;
        else if (x == 3)
        {
            return 3;
        }
        else return 4;
    }
}
