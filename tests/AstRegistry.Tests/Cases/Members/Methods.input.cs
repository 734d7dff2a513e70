class C
{
    void Block() { }

    int Arrow() => 1;

    public static async Task<int> Both()
    {
        return await Task.FromResult(2);
    }
}
