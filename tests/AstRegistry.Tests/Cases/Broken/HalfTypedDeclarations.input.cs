class C
{
    public
    int
    void M(
    int P { get
}
