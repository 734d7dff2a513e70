static class Native
{
    [DllImport("lib")]
    public static extern int Open(string name);

    [LibraryImport("lib")]
    private static partial void Close(nint handle);

    static extern event Action Changed;
}
