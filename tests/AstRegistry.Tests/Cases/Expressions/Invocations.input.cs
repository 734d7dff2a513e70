class C
{
    void M()
    {
        A();
        B(1, name: 2, ref _x, out _, out var y, out int z, in _x);
        _map["a", 1][^1]();
        D<int, List<string>>(E(F()));
        (G)();
        H()()();
        nameof(M);
    }
}
