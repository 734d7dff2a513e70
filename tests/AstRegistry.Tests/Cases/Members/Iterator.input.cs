class C
{
    IEnumerable<int> Numbers()
    {
        yield return 1;
        yield return 2;
        yield break;
    }
}
