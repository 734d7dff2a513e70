class C
{
    void M() { } /* never closed

    void N() { }
}
