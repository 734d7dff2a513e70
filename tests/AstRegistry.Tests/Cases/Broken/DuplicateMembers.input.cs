class C
{
    void M(int x) { A(); }
    int M(int y) { return B(); }
    int P => 1;
    int P => 2;
    int M;
}
