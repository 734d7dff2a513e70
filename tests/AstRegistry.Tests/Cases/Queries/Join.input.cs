class C
{
    object M() =>
        from a in xs
        join b in ys on a.Id equals b.Id
        join D d in zs on a.Id equals d.Id into ds
        select (a, b, ds.Count());
}
