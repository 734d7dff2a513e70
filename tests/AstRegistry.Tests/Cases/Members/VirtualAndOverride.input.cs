class C : B
{
    public virtual void M() { }
    public sealed override string ToString() => base.ToString();
    public new int P => 1;
}
