class C
{
    void M(int a, string s)
    {
        a = 1;
        a += 1; a -= 1; a *= 1; a /= 1; a %= 1;
        a &= 1; a |= 1; a ^= 1;
        a <<= 1; a >>= 1; a >>>= 1;
        s ??= "";
        a = this.P = s[0] = 2;
    }
}
