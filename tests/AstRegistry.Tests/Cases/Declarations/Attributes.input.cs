[Serializable, Obsolete("old", error: false)]
[type: DebuggerDisplay("x", Name = "y")]
class C<[Covariant] T>
{
    [field: NonSerialized]
    public int P { get; [MethodImpl(16)] set; }

    [return: NotNull]
    [Test, Category("slow")]
    string M([In, Out] int x) => "";

    [Generic<int>]
    [System.Obsolete]
    event Action E;
}
