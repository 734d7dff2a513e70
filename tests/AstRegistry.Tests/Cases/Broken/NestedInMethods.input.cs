class C
{
    void M()
    {
        class Inner { void N() { } }
        public int x = 1;
        namespace X { }
    }
}
