class C
{
    void M()
    {
        Start();
        Run(1);
        if (a) Run(1);
        while (a) { Run(1); }
    }
}
