class C
{
    public int this[int index]
    {
        get => _items[index];
        set => _items[index] = value;
    }

    public string this[string key, params int[] path] => key;
}
