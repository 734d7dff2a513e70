namespace Shop;

public class Cart
{
}

internal class Empty;
