class C
{
    public event EventHandler Changed;
    static event Action A, B = delegate { };
}
