class C
{
    int P
    {
        [A] get;
        [B(1)] internal set;
    }
}
