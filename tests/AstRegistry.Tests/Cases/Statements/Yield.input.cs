class C
{
    IEnumerable<int> M()
    {
        yield return A();
        if (b) yield break;
    }
}
