class C<T>
{
    T Same(T t) => t;

    U Map<U>(T t, Func<T, U> map) where U : class => map(t);

    void Two<A, B>(Dictionary<A, List<B>> x) { }
}
