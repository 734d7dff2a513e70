class C
{
    int M(string s) => s?.Length ?? throw new ArgumentNullException(nameof(s));

    int N() => throw _error;
}
