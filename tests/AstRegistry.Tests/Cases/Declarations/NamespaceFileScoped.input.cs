namespace Shop.Stock;

class Item { }

enum Size { Small }
