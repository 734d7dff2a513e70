partial class C
{
    partial void OnChanged(int x);
    partial void OnChanged(int x) { Log(x); }
    public static partial string Name();
    public static partial string Name() => "C";
}
