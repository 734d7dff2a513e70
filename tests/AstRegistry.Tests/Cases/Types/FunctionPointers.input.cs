unsafe class C<T>
{
    void M(delegate*<int, void> a, delegate* managed<ref T, System.IntPtr> b) { }

    void N(delegate* unmanaged[Cdecl, SuppressGCTransition]<in int, out long, ref readonly T> c) { }
}
