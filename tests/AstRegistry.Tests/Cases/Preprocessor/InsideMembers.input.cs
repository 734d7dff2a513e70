class C
{
    void M(
#if UNKNOWN
        string old
#else
        int x
#endif
    )
    {
        A();
#if UNKNOWN
        B();
#endif
#region Rest
        D();
#endregion
    }
}
