class C
{
    void M(object o)
    {
        var a = (int)o;
        var b = (List<string>)Make(o);
        var c = o as string;
        var d = o is IDisposable;
        var e = (delegate*<void>)o;
    }
}
