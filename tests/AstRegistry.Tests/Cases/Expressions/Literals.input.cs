class C
{
    void M()
    {
        Use(1, 0xFF, 0b1010_1010, 1.5e3, 2m, 'a', '\n', true, false, null, default);
        Use("a\tb", @"c:\d", "\u0041", "utf"u8);
    }
}
