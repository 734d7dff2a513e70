static class Extensions
{
    extension(string text)
    {
        public bool IsBlank => text.Length == 0;

        public string Twice() => text + text;
    }

    extension(string)
    {
        public static string Create(int length) => new(' ', length);
    }

    static void Classic(this string text) { }
}
