class C
{
    void M()
    {
        Run(x => x, x => x, y => y);
        Run(x => x);
    }
}
