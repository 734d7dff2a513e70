interface INumber<T> where T : INumber<T>
{
    static abstract T Zero { get; }
    static abstract T operator +(T a, T b);
    static virtual T operator checked +(T a, T b) => a + b;
    static abstract implicit operator T(int value);
    static abstract explicit operator checked int(T value);
}
