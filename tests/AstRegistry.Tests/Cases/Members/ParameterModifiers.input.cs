static class C
{
    static void A(int a, ref int b, out int c, in int d, ref readonly int e) => c = 0;

    static void B(this ref Point p, scoped Span<int> s, scoped ref int r, params int[] rest) { }

    static void D(params ReadOnlySpan<string> names) { }

    static void E(int x = 1, [Optional] string s = null, CancellationToken t = default) { }
}
