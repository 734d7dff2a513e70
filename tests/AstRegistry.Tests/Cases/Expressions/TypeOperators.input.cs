class C
{
    void M<T>()
    {
        Use(typeof(int), typeof(List<>), typeof(Dictionary<,>), typeof(T[]), typeof(void));
        Use(sizeof(int), nameof(List<>), nameof(M), default(T));
        Use(checked(1 + 2), unchecked(3 * 4));
    }
}
