namespace Shop
{
    class Cart { }
}

namespace Shop.Stock.Items
{
    class Item { }
}
