partial class C
{
    public partial C(int x);
    public partial C(int x) { X = x; }
    public partial event Action Changed;
    public partial event Action Changed { add { } remove { } }
}
