class C
{
    object M() => from x in xs orderby x.A, x.B descending, x.C ascending select x;
}
