class C
{
    void A(bool a, byte b, sbyte c, short d, ushort e, int f, uint g, long h, ulong i) { }
    void B(char a, float b, double c, decimal d, string e, object f) { }
}
