using Item = Shop.Item;
using Twice = Pair<Twice, Twice>;
using T = int;

namespace Inner
{
    using Item = Box<Item>;

    class C<T>
    {
        void M(Item item, Twice twice, T own) { }
    }
}
