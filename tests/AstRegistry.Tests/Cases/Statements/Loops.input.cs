class C
{
    void M(int n)
    {
        while (n > 0) n--;
        do { n++; } while (n < 10);
        for (int i = 0, j = 1; i < n; i++, j--) Use(i, j);
        for (n = 0, Start(); ; n++) break;
        for (; ; ) continue;
    }
}
