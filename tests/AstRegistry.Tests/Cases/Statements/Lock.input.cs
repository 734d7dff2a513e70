class C
{
    void M()
    {
        lock (_gate)
        {
            _count++;
        }
    }
}
