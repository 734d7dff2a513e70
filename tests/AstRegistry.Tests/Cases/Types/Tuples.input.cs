class C
{
    (int Sum, string) M((int a, (bool b, long) c) x) => default;
}
