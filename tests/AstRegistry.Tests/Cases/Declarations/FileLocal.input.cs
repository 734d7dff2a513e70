namespace Shop;

file class Hidden
{
    void M() { }

    public class Nested { }
}

file record struct Cell(int X);

file interface IHidden { }
