class C
{
    int M(int x)
    {
        int Add(int y) => x + y;

        static async Task<T> Make<T>(T t) where T : new()
        {
            await Task.Yield();
            return t;
        }

        [Obsolete]
        [return: NotNull]
        unsafe extern static void Native(ref int p);

        int Outer()
        {
            int Inner() => Add(1);
            return Inner();
        }

        return Add(Outer());
    }
}
