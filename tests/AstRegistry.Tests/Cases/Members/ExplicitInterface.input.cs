class C : IList<int>, IDisposable
{
    void IDisposable.Dispose() { }

    int System.Collections.Generic.IList<int>.IndexOf(int item) => -1;

    int IReadOnlyList<int>.this[int i] => i;

    bool ICollection<int>.IsReadOnly { get { return true; } }

    event Action INotify.Changed { add { } remove { } }

    static C IAdd<C>.operator +(C a, C b) => a;

    static explicit IParse<C>.operator C(string s) => null;
}
