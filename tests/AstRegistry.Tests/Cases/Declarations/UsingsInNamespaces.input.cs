namespace A
{
    using Key = int;

    class C
    {
        void M(Key key) { }
    }
}

namespace B
{
    using Word = Key;

    class C
    {
        void M(Key key, Word word) { }
    }
}
