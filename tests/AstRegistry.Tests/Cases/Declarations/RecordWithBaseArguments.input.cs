record Animal(string Name);

record Dog(string Name, int Age) : Animal(Name.Trim()), IComparable
{
    public int CompareTo(object other) => 0;
}
