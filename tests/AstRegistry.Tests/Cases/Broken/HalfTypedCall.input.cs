class C
{
    void M()
    {
        var x = items.
        Run(
    }

    void N() { }
}
