unsafe class C
{
    void M(int* a, void** b, Point*[] c) { }
}
