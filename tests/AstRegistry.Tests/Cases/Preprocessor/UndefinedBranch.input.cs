class C
{
#if UNKNOWN
    void Old() { A(); }
#else
    void New() { B(); }
#endif
}
