class C : B
{
    public C() { }
    internal C(int x) : this(x, Default()) { }
    private C(int x, int y) : base(y) => X = x;
    static C() { S = 1; }
    ~C() { Free(); }
}
