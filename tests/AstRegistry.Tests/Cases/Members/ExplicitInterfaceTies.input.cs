class C
{
    void A.IPart.Run() { }
    void B.IPart.Run() { }
    int A.IPart.Count => 1;
    int B.IPart.Count => 2;
    void IBox<Size?>.Put() { }
    void IBox<Size>.Put() { }
}
