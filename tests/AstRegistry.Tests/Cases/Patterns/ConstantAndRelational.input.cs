class C
{
    bool M(int x) => x is 1 || x is not null and > 0 and <= 10 or < -5 or >= 100;
}
