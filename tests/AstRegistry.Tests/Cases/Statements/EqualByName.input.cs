class C
{
    void M()
    {
        Add(1);
        Add(2);
        Remove(1);
    }
}
