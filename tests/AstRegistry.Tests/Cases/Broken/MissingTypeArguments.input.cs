class C
{
    List<> M(List<> a, Dictionary<int,> b, params) => default;
}
