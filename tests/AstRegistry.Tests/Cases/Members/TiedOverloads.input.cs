class C
{
    void M(Size? size) { }
    void M(Size size) { }
    void N(A.Item item) { }
    void N(B.Item item) { }
    void O(Size? size) { }
}
