class C
{
    void M()
    {
        Run(1);
        Run(1);
        Run(1);
        if (a) { } else { }
        if (a) { } else { }
        if (a) { } else { }
    }
}
