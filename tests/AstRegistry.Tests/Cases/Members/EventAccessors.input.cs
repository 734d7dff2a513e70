class C
{
    public event EventHandler Changed
    {
        add { _changed += value; }
        remove => _changed -= value;
    }
}
