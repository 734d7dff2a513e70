#unknown
class C
{
#elif X
#endif
#endregion
    void M() { }
#if
    void N() { }
#endif
}
