class C
{
    void M(int[] items)
    {
        ref int a = ref items[0];
        ref readonly var b = ref a;
        scoped ref int c = ref a;
        scoped Span<int> d = items;
        a = ref items[1];
    }
}
