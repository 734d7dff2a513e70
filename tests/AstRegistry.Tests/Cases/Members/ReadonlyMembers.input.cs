struct S
{
    public readonly int M() => 1;
    public readonly int P => 2;
    public int Q { readonly get => 3; set { } }
    public readonly event Action E { add { } remove { } }
}
