class C
{
    object M() =>
        from x in xs
        let y = Make(x)
        group y by x.Key into g
        where g.Any()
        select from z in g select z + 1;
}
