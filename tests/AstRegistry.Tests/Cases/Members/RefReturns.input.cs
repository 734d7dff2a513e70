class C
{
    ref int M(int[] a) => ref a[0];
    ref readonly int P => ref _x;
    ref int this[int i] { get { return ref _a[i]; } }
}
