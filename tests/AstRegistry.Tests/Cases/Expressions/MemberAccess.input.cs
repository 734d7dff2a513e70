unsafe class C
{
    void M(Point* p)
    {
        A.B.C.D();
        p->X = 1;
        global::System.Console.WriteLine();
        List<int>.Empty.Clear();
        int.Parse("1");
        this.M(p);
        base.ToString();
    }
}
