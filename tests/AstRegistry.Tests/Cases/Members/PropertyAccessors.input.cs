class C
{
    public int A
    {
        get { return _a; }
        private set { _a = value; }
    }

    public int B
    {
        get => _b;
        init => _b = value;
    }
}
