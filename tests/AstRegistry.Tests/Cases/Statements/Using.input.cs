class C
{
    void M()
    {
        using (var a = Open())
        using (Lock())
        {
            Read(a);
        }

        using var b = Open();
        using Stream d = b, e = b;
    }
}
