class C<T1, T2, T3, T4, T5, T6, T7>
    where T1 : class
    where T2 : struct
    where T3 : notnull
    where T4 : unmanaged
    where T5 : IDisposable, new()
    where T6 : T5
    where T7 : class?
{
    void M<U>() where U : allows ref struct { }

    void N<U>() where U : default { }
}
