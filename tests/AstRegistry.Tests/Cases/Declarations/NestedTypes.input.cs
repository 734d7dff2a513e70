namespace Shop;

class Outer
{
    int _first;

    class Inner
    {
        struct Deep
        {
            void M() { }
        }

        void M() { }
    }

    int _last;

    enum Kind { A }

    delegate void Callback(Inner inner);

    interface IPart { }

    record Line(int Count);
}
