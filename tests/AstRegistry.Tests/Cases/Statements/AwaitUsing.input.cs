class C
{
    async Task M()
    {
        await using var a = Open();
        await using (var b = await OpenAsync())
        {
            await b.ReadAsync();
        }
    }
}
