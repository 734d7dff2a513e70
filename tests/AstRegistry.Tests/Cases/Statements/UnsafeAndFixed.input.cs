class C
{
    unsafe void M(int[] a)
    {
        unsafe { A(); }
        fixed (int* p = a, q = &a[1])
        {
            *p = *q;
        }
    }
}
