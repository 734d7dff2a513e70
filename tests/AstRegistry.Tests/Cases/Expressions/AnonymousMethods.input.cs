class C
{
    void M()
    {
        Action a = delegate { Run(); };
        Func<int, int> b = static delegate (int x) { return x; };
        E += async delegate (object sender, EventArgs e) { await Run(); };
    }
}
