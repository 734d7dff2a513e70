abstract class C
{
    protected abstract void M();
    public abstract int P { get; set; }
    public abstract int this[int i] { get; }
    public abstract event Action E;
}
