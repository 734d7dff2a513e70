class C
{
    void M()
    {
        checked { A(); }
        unchecked { B(); }
    }
}
