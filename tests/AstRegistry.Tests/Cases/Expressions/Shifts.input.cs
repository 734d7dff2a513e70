class C
{
    int M(int a) => a << 1 >> 2 >>> 3;
}
