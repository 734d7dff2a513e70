class Derived<T>(T value, Func<int> make) : Base<T>(value, make()), IDisposable
    where T : class
{
    public void Dispose() { }
}
