class C
{
    void M()
    {
        A();
        Run(1);
        B();
        Run(1);
    }
}
