class C
{
    async Task M()
    {
        await A();
        var b = await B() + (await D()).Value;
        await Task.WhenAll(A(), B()).ConfigureAwait(false);
    }
}
