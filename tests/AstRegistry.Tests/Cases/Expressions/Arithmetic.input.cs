class C
{
    int M(int a, int b) => (a + b) * -a / +b % 3 - ~a;
}
