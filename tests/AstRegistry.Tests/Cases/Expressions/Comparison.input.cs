class C
{
    bool M(int a, int b) => a < b == a > b && a <= b != a >= b;
}
