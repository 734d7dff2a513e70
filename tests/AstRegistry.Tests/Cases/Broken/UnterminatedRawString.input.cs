class C
{
    string A => """
        never closed

    void M() { }
}
