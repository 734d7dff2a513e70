class C
{
    public string Name
    {
        get => field ??= "";
        set => field = value.Trim();
    }
}
