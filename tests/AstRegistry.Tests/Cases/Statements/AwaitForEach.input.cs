class C
{
    async Task M()
    {
        await foreach (var item in Items()) Use(item);
        await foreach (var (a, b) in Pairs()) Use(a);
    }
}
