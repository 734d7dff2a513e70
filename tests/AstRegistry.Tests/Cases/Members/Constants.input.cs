class C
{
    const int One = 1;
    public const string A = "a", B = A + "b";
}
