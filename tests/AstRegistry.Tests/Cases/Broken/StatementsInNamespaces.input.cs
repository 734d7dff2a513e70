namespace Shop
{
    A();
    int x = 1;
    void M() { }
    class C { }
}
