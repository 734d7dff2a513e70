class C
{
    void M()
    {
        Run("abc);
        Stop();
    }
}
