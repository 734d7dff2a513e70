interface I
{
    void Abstract();
    void Default() => Abstract();
    private void Hidden() { }
    static int Shared = 3;
    int P { get; set; }
    event Action E;
    int this[int i] { get; }
}
