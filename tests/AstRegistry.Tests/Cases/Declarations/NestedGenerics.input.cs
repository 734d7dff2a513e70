class Outer<T>
{
    class Inner<U, V>
    {
        T First(U u, V v) => default;

        W Second<W>(T t, W w) => w;
    }

    class Shadow<T>
    {
        void M(T t) { }
    }
}
