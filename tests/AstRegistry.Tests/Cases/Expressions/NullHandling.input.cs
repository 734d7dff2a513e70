class C
{
    void M(C c)
    {
        var a = c?.Next?.Items?[0]?.Run(1) ?? Make() ?? throw new E();
        var b = c!.Next!.Items![0];
        c?.Next.Items[1].Run();
    }
}
