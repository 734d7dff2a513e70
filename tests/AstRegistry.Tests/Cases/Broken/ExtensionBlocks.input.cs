static class C
{
    extension
    extension() { void A() { } }
    extension(int a, int b) { int P => a; }
    extension Named(string s) { }
}
