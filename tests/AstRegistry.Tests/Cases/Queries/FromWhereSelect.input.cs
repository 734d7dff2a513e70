class C
{
    object M() =>
        from x in Items()
        from int y in x.Parts
        where y > 1 && Test(x)
        select new { x, y };
}
